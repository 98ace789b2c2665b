// Made from shared/section/texts by scripts/build/texts.ts. Do not edit.
import a0 from '@salesforce/label/c.Cosell_action_accept';
import b0 from '@salesforce/label/c.Cosell_action_cancel';
import c0 from '@salesforce/label/c.Cosell_action_checkAgain';
import d0 from '@salesforce/label/c.Cosell_action_close';
import e0 from '@salesforce/label/c.Cosell_action_copyDetails';
import f0 from '@salesforce/label/c.Cosell_action_copyReference';
import g0 from '@salesforce/label/c.Cosell_action_decline';
import h0 from '@salesforce/label/c.Cosell_action_dismiss';
import i0 from '@salesforce/label/c.Cosell_action_goTo';
import j0 from '@salesforce/label/c.Cosell_action_loadChanges';
import k0 from '@salesforce/label/c.Cosell_action_openReferral';
import l0 from '@salesforce/label/c.Cosell_action_openSetup';
import m0 from '@salesforce/label/c.Cosell_action_pause';
import n0 from '@salesforce/label/c.Cosell_action_resume';
import o0 from '@salesforce/label/c.Cosell_action_retry';
import p0 from '@salesforce/label/c.Cosell_action_retryNow';
import q0 from '@salesforce/label/c.Cosell_action_share';
import r0 from '@salesforce/label/c.Cosell_action_shareOnSave';
import s0 from '@salesforce/label/c.Cosell_action_showHistory';
import t0 from '@salesforce/label/c.Cosell_action_showMicrosoft';
import u0 from '@salesforce/label/c.Cosell_action_syncNow';
import v0 from '@salesforce/label/c.Cosell_ask_admin';
import w0 from '@salesforce/label/c.Cosell_ask_contact';
import x0 from '@salesforce/label/c.Cosell_checklist_title';
import y0 from '@salesforce/label/c.Cosell_conflicts_title';
import z0 from '@salesforce/label/c.Cosell_connection_crmSignIn';
import a1 from '@salesforce/label/c.Cosell_connection_down';
import b1 from '@salesforce/label/c.Cosell_connection_partnerCenterForbidden';
import c1 from '@salesforce/label/c.Cosell_connection_partnerCenterSignIn';
import d1 from '@salesforce/label/c.Cosell_consent_given';
import e1 from '@salesforce/label/c.Cosell_consent_missing';
import f1 from '@salesforce/label/c.Cosell_copied';
import g1 from '@salesforce/label/c.Cosell_copy_label';
import h1 from '@salesforce/label/c.Cosell_crm_dynamics';
import i1 from '@salesforce/label/c.Cosell_crm_partnerCenter';
import j1 from '@salesforce/label/c.Cosell_crm_salesforce';
import k1 from '@salesforce/label/c.Cosell_deal_closeDate';
import l1 from '@salesforce/label/c.Cosell_deal_consent';
import m1 from '@salesforce/label/c.Cosell_deal_contacts';
import n1 from '@salesforce/label/c.Cosell_deal_country';
import o1 from '@salesforce/label/c.Cosell_deal_currency';
import p1 from '@salesforce/label/c.Cosell_deal_customer';
import q1 from '@salesforce/label/c.Cosell_deal_dealValue';
import r1 from '@salesforce/label/c.Cosell_deal_help';
import s1 from '@salesforce/label/c.Cosell_deal_name';
import t1 from '@salesforce/label/c.Cosell_deal_notes';
import u1 from '@salesforce/label/c.Cosell_deal_phase';
import v1 from '@salesforce/label/c.Cosell_deal_solutions';
import w1 from '@salesforce/label/c.Cosell_deal_team';
import x1 from '@salesforce/label/c.Cosell_deal_visibleToMicrosoft';
import y1 from '@salesforce/label/c.Cosell_dialog_accept_text';
import z1 from '@salesforce/label/c.Cosell_dialog_accept_title';
import a2 from '@salesforce/label/c.Cosell_dialog_confirmVisible_text';
import b2 from '@salesforce/label/c.Cosell_dialog_confirmVisible_title';
import c2 from '@salesforce/label/c.Cosell_dialog_decline_long';
import d2 from '@salesforce/label/c.Cosell_dialog_decline_needed';
import e2 from '@salesforce/label/c.Cosell_dialog_decline_reason';
import f2 from '@salesforce/label/c.Cosell_dialog_decline_text';
import g2 from '@salesforce/label/c.Cosell_dialog_decline_title';
import h2 from '@salesforce/label/c.Cosell_dialog_history_title';
import i2 from '@salesforce/label/c.Cosell_dialog_pause_text';
import j2 from '@salesforce/label/c.Cosell_dialog_pause_title';
import k2 from '@salesforce/label/c.Cosell_dialog_preview_coSell';
import l2 from '@salesforce/label/c.Cosell_dialog_preview_partnerLed';
import m2 from '@salesforce/label/c.Cosell_dialog_preview_private';
import n2 from '@salesforce/label/c.Cosell_dialog_preview_title';
import o2 from '@salesforce/label/c.Cosell_direction_inbound';
import p2 from '@salesforce/label/c.Cosell_direction_outbound';
import q2 from '@salesforce/label/c.Cosell_empty';
import r2 from '@salesforce/label/c.Cosell_error_configInvalid';
import s2 from '@salesforce/label/c.Cosell_error_configInvalid_cure';
import t2 from '@salesforce/label/c.Cosell_error_crmConflict';
import u2 from '@salesforce/label/c.Cosell_error_crmForbidden';
import v2 from '@salesforce/label/c.Cosell_error_crmForbidden_cure';
import w2 from '@salesforce/label/c.Cosell_error_crmRecordLocked';
import x2 from '@salesforce/label/c.Cosell_error_crmRejected';
import y2 from '@salesforce/label/c.Cosell_error_crmRejected_cure';
import z2 from '@salesforce/label/c.Cosell_error_crmSignIn';
import a3 from '@salesforce/label/c.Cosell_error_crmSignIn_cure';
import b3 from '@salesforce/label/c.Cosell_error_crmThrottled';
import c3 from '@salesforce/label/c.Cosell_error_crmUnavailable';
import d3 from '@salesforce/label/c.Cosell_error_internal';
import e3 from '@salesforce/label/c.Cosell_error_internal_cure';
import f3 from '@salesforce/label/c.Cosell_error_mappingInvalid';
import g3 from '@salesforce/label/c.Cosell_error_mappingInvalid_cure';
import h3 from '@salesforce/label/c.Cosell_error_nobody_cure';
import i3 from '@salesforce/label/c.Cosell_error_notPermitted';
import j3 from '@salesforce/label/c.Cosell_error_notPermitted_cure';
import k3 from '@salesforce/label/c.Cosell_error_notReady';
import l3 from '@salesforce/label/c.Cosell_error_notReady_cure';
import m3 from '@salesforce/label/c.Cosell_error_opportunityNotFound';
import n3 from '@salesforce/label/c.Cosell_error_opportunityNotFound_cure';
import o3 from '@salesforce/label/c.Cosell_error_partnerCenterConflict';
import p3 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden';
import q3 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden_cure';
import r3 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired';
import s3 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired_cure';
import t3 from '@salesforce/label/c.Cosell_error_partnerCenterRejected';
import u3 from '@salesforce/label/c.Cosell_error_partnerCenterRejected_cure';
import v3 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn';
import w3 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn_cure';
import x3 from '@salesforce/label/c.Cosell_error_partnerCenterThrottled';
import y3 from '@salesforce/label/c.Cosell_error_partnerCenterUnavailable';
import z3 from '@salesforce/label/c.Cosell_error_referralClosed';
import a4 from '@salesforce/label/c.Cosell_error_referralClosed_cure';
import b4 from '@salesforce/label/c.Cosell_error_referralNotFound';
import c4 from '@salesforce/label/c.Cosell_error_referralNotFound_cure';
import d4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown';
import e4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown_cure';
import f4 from '@salesforce/label/c.Cosell_error_valueInvalid';
import g4 from '@salesforce/label/c.Cosell_error_valueInvalid_cure';
import h4 from '@salesforce/label/c.Cosell_field_help_help';
import i4 from '@salesforce/label/c.Cosell_field_help_label';
import j4 from '@salesforce/label/c.Cosell_field_products_help';
import k4 from '@salesforce/label/c.Cosell_field_products_label';
import l4 from '@salesforce/label/c.Cosell_field_products_noneFound';
import m4 from '@salesforce/label/c.Cosell_field_products_placeholder';
import n4 from '@salesforce/label/c.Cosell_field_products_remove';
import o4 from '@salesforce/label/c.Cosell_field_products_searching';
import p4 from '@salesforce/label/c.Cosell_field_sync_help';
import q4 from '@salesforce/label/c.Cosell_field_sync_label';
import r4 from '@salesforce/label/c.Cosell_field_visible_help';
import s4 from '@salesforce/label/c.Cosell_field_visible_label';
import t4 from '@salesforce/label/c.Cosell_help_customerTechnicalArchitecture';
import u4 from '@salesforce/label/c.Cosell_help_generalOrOther';
import v4 from '@salesforce/label/c.Cosell_help_none';
import w4 from '@salesforce/label/c.Cosell_help_postSalesCustomerSuccess';
import x4 from '@salesforce/label/c.Cosell_help_proofOfConceptOrDemo';
import y4 from '@salesforce/label/c.Cosell_help_quotesOrLicensing';
import z4 from '@salesforce/label/c.Cosell_help_workloadSpecificValueProposition';
import a5 from '@salesforce/label/c.Cosell_history_accepted';
import b5 from '@salesforce/label/c.Cosell_history_agreed';
import c5 from '@salesforce/label/c.Cosell_history_closed';
import d5 from '@salesforce/label/c.Cosell_history_closed_here';
import e5 from '@salesforce/label/c.Cosell_history_conflict_microsofts';
import f5 from '@salesforce/label/c.Cosell_history_conflict_open';
import g5 from '@salesforce/label/c.Cosell_history_conflict_ours';
import h5 from '@salesforce/label/c.Cosell_history_created_coSell';
import i5 from '@salesforce/label/c.Cosell_history_created_partnerLed';
import j5 from '@salesforce/label/c.Cosell_history_created_private';
import k5 from '@salesforce/label/c.Cosell_history_declined';
import l5 from '@salesforce/label/c.Cosell_history_ignoredClosed';
import m5 from '@salesforce/label/c.Cosell_history_invited';
import n5 from '@salesforce/label/c.Cosell_history_microsoftAnswered';
import o5 from '@salesforce/label/c.Cosell_history_none';
import p5 from '@salesforce/label/c.Cosell_history_notReady';
import q5 from '@salesforce/label/c.Cosell_history_paused';
import r5 from '@salesforce/label/c.Cosell_history_received';
import s5 from '@salesforce/label/c.Cosell_history_received_changes';
import t5 from '@salesforce/label/c.Cosell_history_refused_createOnly';
import u5 from '@salesforce/label/c.Cosell_history_refused_sharing';
import v5 from '@salesforce/label/c.Cosell_history_resumed';
import w5 from '@salesforce/label/c.Cosell_history_retrying';
import x5 from '@salesforce/label/c.Cosell_history_sent';
import y5 from '@salesforce/label/c.Cosell_history_sharingRaised';
import z5 from '@salesforce/label/c.Cosell_history_title';
import a6 from '@salesforce/label/c.Cosell_history_toCrm';
import b6 from '@salesforce/label/c.Cosell_history_toPartnerCenter';
import c6 from '@salesforce/label/c.Cosell_history_unlinked';
import d6 from '@salesforce/label/c.Cosell_language';
import e6 from '@salesforce/label/c.Cosell_link_newTab';
import f6 from '@salesforce/label/c.Cosell_link_open';
import g6 from '@salesforce/label/c.Cosell_locked_answer';
import h6 from '@salesforce/label/c.Cosell_locked_closed';
import i6 from '@salesforce/label/c.Cosell_locked_form';
import j6 from '@salesforce/label/c.Cosell_locked_helpAsked';
import k6 from '@salesforce/label/c.Cosell_locked_notSetUp';
import l6 from '@salesforce/label/c.Cosell_locked_permission';
import m6 from '@salesforce/label/c.Cosell_locked_unsaved';
import n6 from '@salesforce/label/c.Cosell_locked_visible';
import o6 from '@salesforce/label/c.Cosell_menu_label';
import p6 from '@salesforce/label/c.Cosell_microsoft_accepted';
import q6 from '@salesforce/label/c.Cosell_microsoft_new';
import r6 from '@salesforce/label/c.Cosell_missing_alreadyClosed';
import s6 from '@salesforce/label/c.Cosell_missing_alreadyClosed_cure';
import t6 from '@salesforce/label/c.Cosell_missing_closeDateMissing';
import u6 from '@salesforce/label/c.Cosell_missing_closeDateMissing_cure';
import v6 from '@salesforce/label/c.Cosell_missing_consentMissing';
import w6 from '@salesforce/label/c.Cosell_missing_consentMissing_cure';
import x6 from '@salesforce/label/c.Cosell_missing_contactIncomplete';
import y6 from '@salesforce/label/c.Cosell_missing_contactIncomplete_cure';
import z6 from '@salesforce/label/c.Cosell_missing_contactMissing';
import a7 from '@salesforce/label/c.Cosell_missing_contactMissing_cure';
import b7 from '@salesforce/label/c.Cosell_missing_countryInvalid';
import c7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cure';
import d7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cureWith';
import e7 from '@salesforce/label/c.Cosell_missing_countryMissing';
import f7 from '@salesforce/label/c.Cosell_missing_countryMissing_cure';
import g7 from '@salesforce/label/c.Cosell_missing_currencyInvalid';
import h7 from '@salesforce/label/c.Cosell_missing_currencyInvalid_cure';
import i7 from '@salesforce/label/c.Cosell_missing_currencyMissing';
import j7 from '@salesforce/label/c.Cosell_missing_currencyMissing_cure';
import k7 from '@salesforce/label/c.Cosell_missing_customerNameMissing';
import l7 from '@salesforce/label/c.Cosell_missing_customerNameMissing_cure';
import m7 from '@salesforce/label/c.Cosell_missing_helpUnknown';
import n7 from '@salesforce/label/c.Cosell_missing_helpUnknown_cure';
import o7 from '@salesforce/label/c.Cosell_missing_nameMissing';
import p7 from '@salesforce/label/c.Cosell_missing_nameMissing_cure';
import q7 from '@salesforce/label/c.Cosell_missing_solutionInvalid';
import r7 from '@salesforce/label/c.Cosell_missing_solutionInvalid_cure';
import s7 from '@salesforce/label/c.Cosell_missing_solutionMissing';
import t7 from '@salesforce/label/c.Cosell_missing_solutionMissing_cure';
import u7 from '@salesforce/label/c.Cosell_missing_valueInvalid';
import v7 from '@salesforce/label/c.Cosell_missing_valueInvalid_cure';
import w7 from '@salesforce/label/c.Cosell_missing_valueMissing';
import x7 from '@salesforce/label/c.Cosell_missing_valueMissing_cure';
import y7 from '@salesforce/label/c.Cosell_never';
import z7 from '@salesforce/label/c.Cosell_no';
import a8 from '@salesforce/label/c.Cosell_phase_declined';
import b8 from '@salesforce/label/c.Cosell_phase_error';
import c8 from '@salesforce/label/c.Cosell_phase_expired';
import d8 from '@salesforce/label/c.Cosell_phase_lost';
import e8 from '@salesforce/label/c.Cosell_phase_onHold';
import f8 from '@salesforce/label/c.Cosell_phase_open';
import g8 from '@salesforce/label/c.Cosell_phase_won';
import h8 from '@salesforce/label/c.Cosell_preview_ownOnly';
import i8 from '@salesforce/label/c.Cosell_problem_conflict_text';
import j8 from '@salesforce/label/c.Cosell_problem_conflict_title';
import k8 from '@salesforce/label/c.Cosell_problem_kept';
import l8 from '@salesforce/label/c.Cosell_problem_noPermission_text';
import m8 from '@salesforce/label/c.Cosell_problem_noPermission_title';
import n8 from '@salesforce/label/c.Cosell_problem_offline_text';
import o8 from '@salesforce/label/c.Cosell_problem_offline_title';
import p8 from '@salesforce/label/c.Cosell_problem_recordLocked_text';
import q8 from '@salesforce/label/c.Cosell_problem_recordLocked_title';
import r8 from '@salesforce/label/c.Cosell_problem_rejected_text';
import s8 from '@salesforce/label/c.Cosell_problem_rejected_title';
import t8 from '@salesforce/label/c.Cosell_problem_signedOut_text';
import u8 from '@salesforce/label/c.Cosell_problem_signedOut_title';
import v8 from '@salesforce/label/c.Cosell_problem_throttled_text';
import w8 from '@salesforce/label/c.Cosell_problem_throttled_title';
import x8 from '@salesforce/label/c.Cosell_problem_unknown_text';
import y8 from '@salesforce/label/c.Cosell_problem_unknown_title';
import z8 from '@salesforce/label/c.Cosell_readOnly_direction';
import a9 from '@salesforce/label/c.Cosell_readOnly_expires';
import b9 from '@salesforce/label/c.Cosell_readOnly_lastSync';
import c9 from '@salesforce/label/c.Cosell_readOnly_microsoftCrmId';
import d9 from '@salesforce/label/c.Cosell_readOnly_microsoftSellers';
import e9 from '@salesforce/label/c.Cosell_readOnly_microsoftStatus';
import f9 from '@salesforce/label/c.Cosell_readOnly_referralId';
import g9 from '@salesforce/label/c.Cosell_readOnly_referralLink';
import h9 from '@salesforce/label/c.Cosell_readOnly_sharing';
import i9 from '@salesforce/label/c.Cosell_readOnly_title';
import j9 from '@salesforce/label/c.Cosell_request_accept_done';
import k9 from '@salesforce/label/c.Cosell_request_accept_failed';
import l9 from '@salesforce/label/c.Cosell_request_decline_done';
import m9 from '@salesforce/label/c.Cosell_request_decline_failed';
import n9 from '@salesforce/label/c.Cosell_request_link_done';
import o9 from '@salesforce/label/c.Cosell_request_link_failed';
import p9 from '@salesforce/label/c.Cosell_request_sync_done';
import q9 from '@salesforce/label/c.Cosell_request_sync_failed';
import r9 from '@salesforce/label/c.Cosell_retry_next';
import s9 from '@salesforce/label/c.Cosell_retry_now';
import t9 from '@salesforce/label/c.Cosell_retry_soon';
import u9 from '@salesforce/label/c.Cosell_section_title';
import v9 from '@salesforce/label/c.Cosell_sentences';
import w9 from '@salesforce/label/c.Cosell_sharing_coSell';
import x9 from '@salesforce/label/c.Cosell_sharing_partnerLed';
import y9 from '@salesforce/label/c.Cosell_sharing_private';
import z9 from '@salesforce/label/c.Cosell_stale_text';
import a10 from '@salesforce/label/c.Cosell_stale_title';
import b10 from '@salesforce/label/c.Cosell_state_answerNeeded_over';
import c10 from '@salesforce/label/c.Cosell_state_answerNeeded_text';
import d10 from '@salesforce/label/c.Cosell_state_answerNeeded_title';
import e10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_one';
import f10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_other';
import g10 from '@salesforce/label/c.Cosell_state_answerNeeded_until';
import h10 from '@salesforce/label/c.Cosell_state_changeWaiting_title';
import i10 from '@salesforce/label/c.Cosell_state_closed_declined';
import j10 from '@salesforce/label/c.Cosell_state_closed_error';
import k10 from '@salesforce/label/c.Cosell_state_closed_expired';
import l10 from '@salesforce/label/c.Cosell_state_closed_lost';
import m10 from '@salesforce/label/c.Cosell_state_closed_text';
import n10 from '@salesforce/label/c.Cosell_state_closed_title';
import o10 from '@salesforce/label/c.Cosell_state_closed_won';
import p10 from '@salesforce/label/c.Cosell_state_conflict_text_one';
import q10 from '@salesforce/label/c.Cosell_state_conflict_text_other';
import r10 from '@salesforce/label/c.Cosell_state_conflict_title';
import s10 from '@salesforce/label/c.Cosell_state_connectionLost_text';
import t10 from '@salesforce/label/c.Cosell_state_connectionLost_title';
import u10 from '@salesforce/label/c.Cosell_state_failedAdmin_title';
import v10 from '@salesforce/label/c.Cosell_state_failed_title';
import w10 from '@salesforce/label/c.Cosell_state_inSync_asked';
import x10 from '@salesforce/label/c.Cosell_state_inSync_text';
import y10 from '@salesforce/label/c.Cosell_state_inSync_title';
import z10 from '@salesforce/label/c.Cosell_state_loadFailed_text';
import a11 from '@salesforce/label/c.Cosell_state_loadFailed_title';
import b11 from '@salesforce/label/c.Cosell_state_noPermission_text';
import c11 from '@salesforce/label/c.Cosell_state_noPermission_title';
import d11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_one';
import e11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_other';
import f11 from '@salesforce/label/c.Cosell_state_notReadyShared_title';
import g11 from '@salesforce/label/c.Cosell_state_notReady_text_one';
import h11 from '@salesforce/label/c.Cosell_state_notReady_text_other';
import i11 from '@salesforce/label/c.Cosell_state_notReady_title';
import j11 from '@salesforce/label/c.Cosell_state_notSetUp_admin';
import k11 from '@salesforce/label/c.Cosell_state_notSetUp_title';
import l11 from '@salesforce/label/c.Cosell_state_notShared_missing_one';
import m11 from '@salesforce/label/c.Cosell_state_notShared_missing_other';
import n11 from '@salesforce/label/c.Cosell_state_notShared_text';
import o11 from '@salesforce/label/c.Cosell_state_notShared_title';
import p11 from '@salesforce/label/c.Cosell_state_offline_text';
import q11 from '@salesforce/label/c.Cosell_state_offline_title';
import r11 from '@salesforce/label/c.Cosell_state_paused_text';
import s11 from '@salesforce/label/c.Cosell_state_paused_title';
import t11 from '@salesforce/label/c.Cosell_state_retrying_title';
import u11 from '@salesforce/label/c.Cosell_state_sending_text';
import v11 from '@salesforce/label/c.Cosell_state_sending_title';
import w11 from '@salesforce/label/c.Cosell_state_stalled_text';
import x11 from '@salesforce/label/c.Cosell_state_stalled_timedOut';
import y11 from '@salesforce/label/c.Cosell_state_stalled_title';
import z11 from '@salesforce/label/c.Cosell_state_unlinked_text';
import a12 from '@salesforce/label/c.Cosell_state_unlinked_title';
import b12 from '@salesforce/label/c.Cosell_state_unsaved_text';
import c12 from '@salesforce/label/c.Cosell_state_unsaved_title';
import d12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_text';
import e12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_title';
import f12 from '@salesforce/label/c.Cosell_state_willPause_text';
import g12 from '@salesforce/label/c.Cosell_state_willPause_title';
import h12 from '@salesforce/label/c.Cosell_state_willSend_text';
import i12 from '@salesforce/label/c.Cosell_state_willSend_title';
import j12 from '@salesforce/label/c.Cosell_state_willShare_text';
import k12 from '@salesforce/label/c.Cosell_state_willShare_title';
import l12 from '@salesforce/label/c.Cosell_status_answerNeeded';
import m12 from '@salesforce/label/c.Cosell_status_changeWaiting';
import n12 from '@salesforce/label/c.Cosell_status_closed';
import o12 from '@salesforce/label/c.Cosell_status_conflict';
import p12 from '@salesforce/label/c.Cosell_status_connectionLost';
import q12 from '@salesforce/label/c.Cosell_status_failed';
import r12 from '@salesforce/label/c.Cosell_status_failedAdmin';
import s12 from '@salesforce/label/c.Cosell_status_inSync';
import t12 from '@salesforce/label/c.Cosell_status_loadFailed';
import u12 from '@salesforce/label/c.Cosell_status_loading';
import v12 from '@salesforce/label/c.Cosell_status_noPermission';
import w12 from '@salesforce/label/c.Cosell_status_notReady';
import x12 from '@salesforce/label/c.Cosell_status_notSetUp';
import y12 from '@salesforce/label/c.Cosell_status_notShared';
import z12 from '@salesforce/label/c.Cosell_status_offline';
import a13 from '@salesforce/label/c.Cosell_status_paused';
import b13 from '@salesforce/label/c.Cosell_status_retrying';
import c13 from '@salesforce/label/c.Cosell_status_sending';
import d13 from '@salesforce/label/c.Cosell_status_stalled';
import e13 from '@salesforce/label/c.Cosell_status_unlinked';
import f13 from '@salesforce/label/c.Cosell_status_unsaved';
import g13 from '@salesforce/label/c.Cosell_status_waitingForMicrosoft';
import h13 from '@salesforce/label/c.Cosell_status_willShare';
import i13 from '@salesforce/label/c.Cosell_technical_code';
import j13 from '@salesforce/label/c.Cosell_technical_label';
import k13 from '@salesforce/label/c.Cosell_technical_reference';
import l13 from '@salesforce/label/c.Cosell_tone_done';
import m13 from '@salesforce/label/c.Cosell_tone_failed';
import n13 from '@salesforce/label/c.Cosell_why_justAsked';
import o13 from '@salesforce/label/c.Cosell_why_notReady';
import p13 from '@salesforce/label/c.Cosell_why_offline';
import q13 from '@salesforce/label/c.Cosell_why_permission';
import r13 from '@salesforce/label/c.Cosell_why_running';
import s13 from '@salesforce/label/c.Cosell_why_syncOff';
import t13 from '@salesforce/label/c.Cosell_why_unsaved';
import u13 from '@salesforce/label/c.Cosell_yes';

/** The texts of the section in the person's language, by key. */
export const TEXTS: Readonly<Record<string, string>> = {
action_accept: a0,
action_cancel: b0,
action_checkAgain: c0,
action_close: d0,
action_copyDetails: e0,
action_copyReference: f0,
action_decline: g0,
action_dismiss: h0,
action_goTo: i0,
action_loadChanges: j0,
action_openReferral: k0,
action_openSetup: l0,
action_pause: m0,
action_resume: n0,
action_retry: o0,
action_retryNow: p0,
action_share: q0,
action_shareOnSave: r0,
action_showHistory: s0,
action_showMicrosoft: t0,
action_syncNow: u0,
ask_admin: v0,
ask_contact: w0,
checklist_title: x0,
conflicts_title: y0,
connection_crmSignIn: z0,
connection_down: a1,
connection_partnerCenterForbidden: b1,
connection_partnerCenterSignIn: c1,
consent_given: d1,
consent_missing: e1,
copied: f1,
copy_label: g1,
crm_dynamics: h1,
crm_partnerCenter: i1,
crm_salesforce: j1,
deal_closeDate: k1,
deal_consent: l1,
deal_contacts: m1,
deal_country: n1,
deal_currency: o1,
deal_customer: p1,
deal_dealValue: q1,
deal_help: r1,
deal_name: s1,
deal_notes: t1,
deal_phase: u1,
deal_solutions: v1,
deal_team: w1,
deal_visibleToMicrosoft: x1,
dialog_accept_text: y1,
dialog_accept_title: z1,
dialog_confirmVisible_text: a2,
dialog_confirmVisible_title: b2,
dialog_decline_long: c2,
dialog_decline_needed: d2,
dialog_decline_reason: e2,
dialog_decline_text: f2,
dialog_decline_title: g2,
dialog_history_title: h2,
dialog_pause_text: i2,
dialog_pause_title: j2,
dialog_preview_coSell: k2,
dialog_preview_partnerLed: l2,
dialog_preview_private: m2,
dialog_preview_title: n2,
direction_inbound: o2,
direction_outbound: p2,
empty: q2,
error_configInvalid: r2,
error_configInvalid_cure: s2,
error_crmConflict: t2,
error_crmForbidden: u2,
error_crmForbidden_cure: v2,
error_crmRecordLocked: w2,
error_crmRejected: x2,
error_crmRejected_cure: y2,
error_crmSignIn: z2,
error_crmSignIn_cure: a3,
error_crmThrottled: b3,
error_crmUnavailable: c3,
error_internal: d3,
error_internal_cure: e3,
error_mappingInvalid: f3,
error_mappingInvalid_cure: g3,
error_nobody_cure: h3,
error_notPermitted: i3,
error_notPermitted_cure: j3,
error_notReady: k3,
error_notReady_cure: l3,
error_opportunityNotFound: m3,
error_opportunityNotFound_cure: n3,
error_partnerCenterConflict: o3,
error_partnerCenterForbidden: p3,
error_partnerCenterForbidden_cure: q3,
error_partnerCenterMfaRequired: r3,
error_partnerCenterMfaRequired_cure: s3,
error_partnerCenterRejected: t3,
error_partnerCenterRejected_cure: u3,
error_partnerCenterSignIn: v3,
error_partnerCenterSignIn_cure: w3,
error_partnerCenterThrottled: x3,
error_partnerCenterUnavailable: y3,
error_referralClosed: z3,
error_referralClosed_cure: a4,
error_referralNotFound: b4,
error_referralNotFound_cure: c4,
error_sharingCannotGoDown: d4,
error_sharingCannotGoDown_cure: e4,
error_valueInvalid: f4,
error_valueInvalid_cure: g4,
field_help_help: h4,
field_help_label: i4,
field_products_help: j4,
field_products_label: k4,
field_products_noneFound: l4,
field_products_placeholder: m4,
field_products_remove: n4,
field_products_searching: o4,
field_sync_help: p4,
field_sync_label: q4,
field_visible_help: r4,
field_visible_label: s4,
help_customerTechnicalArchitecture: t4,
help_generalOrOther: u4,
help_none: v4,
help_postSalesCustomerSuccess: w4,
help_proofOfConceptOrDemo: x4,
help_quotesOrLicensing: y4,
help_workloadSpecificValueProposition: z4,
history_accepted: a5,
history_agreed: b5,
history_closed: c5,
history_closed_here: d5,
history_conflict_microsofts: e5,
history_conflict_open: f5,
history_conflict_ours: g5,
history_created_coSell: h5,
history_created_partnerLed: i5,
history_created_private: j5,
history_declined: k5,
history_ignoredClosed: l5,
history_invited: m5,
history_microsoftAnswered: n5,
history_none: o5,
history_notReady: p5,
history_paused: q5,
history_received: r5,
history_received_changes: s5,
history_refused_createOnly: t5,
history_refused_sharing: u5,
history_resumed: v5,
history_retrying: w5,
history_sent: x5,
history_sharingRaised: y5,
history_title: z5,
history_toCrm: a6,
history_toPartnerCenter: b6,
history_unlinked: c6,
language: d6,
link_newTab: e6,
link_open: f6,
locked_answer: g6,
locked_closed: h6,
locked_form: i6,
locked_helpAsked: j6,
locked_notSetUp: k6,
locked_permission: l6,
locked_unsaved: m6,
locked_visible: n6,
menu_label: o6,
microsoft_accepted: p6,
microsoft_new: q6,
missing_alreadyClosed: r6,
missing_alreadyClosed_cure: s6,
missing_closeDateMissing: t6,
missing_closeDateMissing_cure: u6,
missing_consentMissing: v6,
missing_consentMissing_cure: w6,
missing_contactIncomplete: x6,
missing_contactIncomplete_cure: y6,
missing_contactMissing: z6,
missing_contactMissing_cure: a7,
missing_countryInvalid: b7,
missing_countryInvalid_cure: c7,
missing_countryInvalid_cureWith: d7,
missing_countryMissing: e7,
missing_countryMissing_cure: f7,
missing_currencyInvalid: g7,
missing_currencyInvalid_cure: h7,
missing_currencyMissing: i7,
missing_currencyMissing_cure: j7,
missing_customerNameMissing: k7,
missing_customerNameMissing_cure: l7,
missing_helpUnknown: m7,
missing_helpUnknown_cure: n7,
missing_nameMissing: o7,
missing_nameMissing_cure: p7,
missing_solutionInvalid: q7,
missing_solutionInvalid_cure: r7,
missing_solutionMissing: s7,
missing_solutionMissing_cure: t7,
missing_valueInvalid: u7,
missing_valueInvalid_cure: v7,
missing_valueMissing: w7,
missing_valueMissing_cure: x7,
never: y7,
no: z7,
phase_declined: a8,
phase_error: b8,
phase_expired: c8,
phase_lost: d8,
phase_onHold: e8,
phase_open: f8,
phase_won: g8,
preview_ownOnly: h8,
problem_conflict_text: i8,
problem_conflict_title: j8,
problem_kept: k8,
problem_noPermission_text: l8,
problem_noPermission_title: m8,
problem_offline_text: n8,
problem_offline_title: o8,
problem_recordLocked_text: p8,
problem_recordLocked_title: q8,
problem_rejected_text: r8,
problem_rejected_title: s8,
problem_signedOut_text: t8,
problem_signedOut_title: u8,
problem_throttled_text: v8,
problem_throttled_title: w8,
problem_unknown_text: x8,
problem_unknown_title: y8,
readOnly_direction: z8,
readOnly_expires: a9,
readOnly_lastSync: b9,
readOnly_microsoftCrmId: c9,
readOnly_microsoftSellers: d9,
readOnly_microsoftStatus: e9,
readOnly_referralId: f9,
readOnly_referralLink: g9,
readOnly_sharing: h9,
readOnly_title: i9,
request_accept_done: j9,
request_accept_failed: k9,
request_decline_done: l9,
request_decline_failed: m9,
request_link_done: n9,
request_link_failed: o9,
request_sync_done: p9,
request_sync_failed: q9,
retry_next: r9,
retry_now: s9,
retry_soon: t9,
section_title: u9,
sentences: v9,
sharing_coSell: w9,
sharing_partnerLed: x9,
sharing_private: y9,
stale_text: z9,
stale_title: a10,
state_answerNeeded_over: b10,
state_answerNeeded_text: c10,
state_answerNeeded_title: d10,
state_answerNeeded_titleSoon_one: e10,
state_answerNeeded_titleSoon_other: f10,
state_answerNeeded_until: g10,
state_changeWaiting_title: h10,
state_closed_declined: i10,
state_closed_error: j10,
state_closed_expired: k10,
state_closed_lost: l10,
state_closed_text: m10,
state_closed_title: n10,
state_closed_won: o10,
state_conflict_text_one: p10,
state_conflict_text_other: q10,
state_conflict_title: r10,
state_connectionLost_text: s10,
state_connectionLost_title: t10,
state_failedAdmin_title: u10,
state_failed_title: v10,
state_inSync_asked: w10,
state_inSync_text: x10,
state_inSync_title: y10,
state_loadFailed_text: z10,
state_loadFailed_title: a11,
state_noPermission_text: b11,
state_noPermission_title: c11,
state_notReadyShared_text_one: d11,
state_notReadyShared_text_other: e11,
state_notReadyShared_title: f11,
state_notReady_text_one: g11,
state_notReady_text_other: h11,
state_notReady_title: i11,
state_notSetUp_admin: j11,
state_notSetUp_title: k11,
state_notShared_missing_one: l11,
state_notShared_missing_other: m11,
state_notShared_text: n11,
state_notShared_title: o11,
state_offline_text: p11,
state_offline_title: q11,
state_paused_text: r11,
state_paused_title: s11,
state_retrying_title: t11,
state_sending_text: u11,
state_sending_title: v11,
state_stalled_text: w11,
state_stalled_timedOut: x11,
state_stalled_title: y11,
state_unlinked_text: z11,
state_unlinked_title: a12,
state_unsaved_text: b12,
state_unsaved_title: c12,
state_waitingForMicrosoft_text: d12,
state_waitingForMicrosoft_title: e12,
state_willPause_text: f12,
state_willPause_title: g12,
state_willSend_text: h12,
state_willSend_title: i12,
state_willShare_text: j12,
state_willShare_title: k12,
status_answerNeeded: l12,
status_changeWaiting: m12,
status_closed: n12,
status_conflict: o12,
status_connectionLost: p12,
status_failed: q12,
status_failedAdmin: r12,
status_inSync: s12,
status_loadFailed: t12,
status_loading: u12,
status_noPermission: v12,
status_notReady: w12,
status_notSetUp: x12,
status_notShared: y12,
status_offline: z12,
status_paused: a13,
status_retrying: b13,
status_sending: c13,
status_stalled: d13,
status_unlinked: e13,
status_unsaved: f13,
status_waitingForMicrosoft: g13,
status_willShare: h13,
technical_code: i13,
technical_label: j13,
technical_reference: k13,
tone_done: l13,
tone_failed: m13,
why_justAsked: n13,
why_notReady: o13,
why_offline: p13,
why_permission: q13,
why_running: r13,
why_syncOff: s13,
why_unsaved: t13,
yes: u13,
};
