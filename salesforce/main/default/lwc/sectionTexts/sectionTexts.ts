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
import f1 from '@salesforce/label/c.Cosell_copy_label';
import g1 from '@salesforce/label/c.Cosell_crm_dynamics';
import h1 from '@salesforce/label/c.Cosell_crm_partnerCenter';
import i1 from '@salesforce/label/c.Cosell_crm_salesforce';
import j1 from '@salesforce/label/c.Cosell_deal_closeDate';
import k1 from '@salesforce/label/c.Cosell_deal_consent';
import l1 from '@salesforce/label/c.Cosell_deal_contacts';
import m1 from '@salesforce/label/c.Cosell_deal_country';
import n1 from '@salesforce/label/c.Cosell_deal_currency';
import o1 from '@salesforce/label/c.Cosell_deal_customer';
import p1 from '@salesforce/label/c.Cosell_deal_dealValue';
import q1 from '@salesforce/label/c.Cosell_deal_help';
import r1 from '@salesforce/label/c.Cosell_deal_name';
import s1 from '@salesforce/label/c.Cosell_deal_notes';
import t1 from '@salesforce/label/c.Cosell_deal_phase';
import u1 from '@salesforce/label/c.Cosell_deal_solutions';
import v1 from '@salesforce/label/c.Cosell_deal_team';
import w1 from '@salesforce/label/c.Cosell_deal_visibleToMicrosoft';
import x1 from '@salesforce/label/c.Cosell_dialog_accept_text';
import y1 from '@salesforce/label/c.Cosell_dialog_accept_title';
import z1 from '@salesforce/label/c.Cosell_dialog_confirmVisible_text';
import a2 from '@salesforce/label/c.Cosell_dialog_confirmVisible_title';
import b2 from '@salesforce/label/c.Cosell_dialog_decline_long';
import c2 from '@salesforce/label/c.Cosell_dialog_decline_needed';
import d2 from '@salesforce/label/c.Cosell_dialog_decline_reason';
import e2 from '@salesforce/label/c.Cosell_dialog_decline_text';
import f2 from '@salesforce/label/c.Cosell_dialog_decline_title';
import g2 from '@salesforce/label/c.Cosell_dialog_history_title';
import h2 from '@salesforce/label/c.Cosell_dialog_pause_text';
import i2 from '@salesforce/label/c.Cosell_dialog_pause_title';
import j2 from '@salesforce/label/c.Cosell_dialog_preview_coSell';
import k2 from '@salesforce/label/c.Cosell_dialog_preview_partnerLed';
import l2 from '@salesforce/label/c.Cosell_dialog_preview_private';
import m2 from '@salesforce/label/c.Cosell_dialog_preview_title';
import n2 from '@salesforce/label/c.Cosell_direction_inbound';
import o2 from '@salesforce/label/c.Cosell_direction_outbound';
import p2 from '@salesforce/label/c.Cosell_empty';
import q2 from '@salesforce/label/c.Cosell_error_configInvalid';
import r2 from '@salesforce/label/c.Cosell_error_configInvalid_cure';
import s2 from '@salesforce/label/c.Cosell_error_crmConflict';
import t2 from '@salesforce/label/c.Cosell_error_crmForbidden';
import u2 from '@salesforce/label/c.Cosell_error_crmForbidden_cure';
import v2 from '@salesforce/label/c.Cosell_error_crmRecordLocked';
import w2 from '@salesforce/label/c.Cosell_error_crmRejected';
import x2 from '@salesforce/label/c.Cosell_error_crmRejected_cure';
import y2 from '@salesforce/label/c.Cosell_error_crmSignIn';
import z2 from '@salesforce/label/c.Cosell_error_crmSignIn_cure';
import a3 from '@salesforce/label/c.Cosell_error_crmThrottled';
import b3 from '@salesforce/label/c.Cosell_error_crmUnavailable';
import c3 from '@salesforce/label/c.Cosell_error_internal';
import d3 from '@salesforce/label/c.Cosell_error_internal_cure';
import e3 from '@salesforce/label/c.Cosell_error_mappingInvalid';
import f3 from '@salesforce/label/c.Cosell_error_mappingInvalid_cure';
import g3 from '@salesforce/label/c.Cosell_error_nobody_cure';
import h3 from '@salesforce/label/c.Cosell_error_notPermitted';
import i3 from '@salesforce/label/c.Cosell_error_notPermitted_cure';
import j3 from '@salesforce/label/c.Cosell_error_notReady';
import k3 from '@salesforce/label/c.Cosell_error_notReady_cure';
import l3 from '@salesforce/label/c.Cosell_error_opportunityNotFound';
import m3 from '@salesforce/label/c.Cosell_error_opportunityNotFound_cure';
import n3 from '@salesforce/label/c.Cosell_error_partnerCenterConflict';
import o3 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden';
import p3 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden_cure';
import q3 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired';
import r3 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired_cure';
import s3 from '@salesforce/label/c.Cosell_error_partnerCenterRejected';
import t3 from '@salesforce/label/c.Cosell_error_partnerCenterRejected_cure';
import u3 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn';
import v3 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn_cure';
import w3 from '@salesforce/label/c.Cosell_error_partnerCenterThrottled';
import x3 from '@salesforce/label/c.Cosell_error_partnerCenterUnavailable';
import y3 from '@salesforce/label/c.Cosell_error_referralClosed';
import z3 from '@salesforce/label/c.Cosell_error_referralClosed_cure';
import a4 from '@salesforce/label/c.Cosell_error_referralNotFound';
import b4 from '@salesforce/label/c.Cosell_error_referralNotFound_cure';
import c4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown';
import d4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown_cure';
import e4 from '@salesforce/label/c.Cosell_error_valueInvalid';
import f4 from '@salesforce/label/c.Cosell_error_valueInvalid_cure';
import g4 from '@salesforce/label/c.Cosell_field_help_help';
import h4 from '@salesforce/label/c.Cosell_field_help_label';
import i4 from '@salesforce/label/c.Cosell_field_products_help';
import j4 from '@salesforce/label/c.Cosell_field_products_label';
import k4 from '@salesforce/label/c.Cosell_field_products_noneFound';
import l4 from '@salesforce/label/c.Cosell_field_products_placeholder';
import m4 from '@salesforce/label/c.Cosell_field_products_remove';
import n4 from '@salesforce/label/c.Cosell_field_products_searching';
import o4 from '@salesforce/label/c.Cosell_field_sync_help';
import p4 from '@salesforce/label/c.Cosell_field_sync_label';
import q4 from '@salesforce/label/c.Cosell_field_visible_help';
import r4 from '@salesforce/label/c.Cosell_field_visible_label';
import s4 from '@salesforce/label/c.Cosell_help_customerTechnicalArchitecture';
import t4 from '@salesforce/label/c.Cosell_help_generalOrOther';
import u4 from '@salesforce/label/c.Cosell_help_none';
import v4 from '@salesforce/label/c.Cosell_help_postSalesCustomerSuccess';
import w4 from '@salesforce/label/c.Cosell_help_proofOfConceptOrDemo';
import x4 from '@salesforce/label/c.Cosell_help_quotesOrLicensing';
import y4 from '@salesforce/label/c.Cosell_help_workloadSpecificValueProposition';
import z4 from '@salesforce/label/c.Cosell_history_accepted';
import a5 from '@salesforce/label/c.Cosell_history_agreed';
import b5 from '@salesforce/label/c.Cosell_history_closed';
import c5 from '@salesforce/label/c.Cosell_history_closed_here';
import d5 from '@salesforce/label/c.Cosell_history_conflict_microsofts';
import e5 from '@salesforce/label/c.Cosell_history_conflict_open';
import f5 from '@salesforce/label/c.Cosell_history_conflict_ours';
import g5 from '@salesforce/label/c.Cosell_history_created_coSell';
import h5 from '@salesforce/label/c.Cosell_history_created_partnerLed';
import i5 from '@salesforce/label/c.Cosell_history_created_private';
import j5 from '@salesforce/label/c.Cosell_history_declined';
import k5 from '@salesforce/label/c.Cosell_history_ignoredClosed';
import l5 from '@salesforce/label/c.Cosell_history_invited';
import m5 from '@salesforce/label/c.Cosell_history_microsoftAnswered';
import n5 from '@salesforce/label/c.Cosell_history_none';
import o5 from '@salesforce/label/c.Cosell_history_notReady';
import p5 from '@salesforce/label/c.Cosell_history_paused';
import q5 from '@salesforce/label/c.Cosell_history_received';
import r5 from '@salesforce/label/c.Cosell_history_received_changes';
import s5 from '@salesforce/label/c.Cosell_history_refused_createOnly';
import t5 from '@salesforce/label/c.Cosell_history_refused_sharing';
import u5 from '@salesforce/label/c.Cosell_history_resumed';
import v5 from '@salesforce/label/c.Cosell_history_retrying';
import w5 from '@salesforce/label/c.Cosell_history_sent';
import x5 from '@salesforce/label/c.Cosell_history_sharingRaised';
import y5 from '@salesforce/label/c.Cosell_history_title';
import z5 from '@salesforce/label/c.Cosell_history_toCrm';
import a6 from '@salesforce/label/c.Cosell_history_toPartnerCenter';
import b6 from '@salesforce/label/c.Cosell_history_unlinked';
import c6 from '@salesforce/label/c.Cosell_language';
import d6 from '@salesforce/label/c.Cosell_link_newTab';
import e6 from '@salesforce/label/c.Cosell_link_open';
import f6 from '@salesforce/label/c.Cosell_locked_answer';
import g6 from '@salesforce/label/c.Cosell_locked_closed';
import h6 from '@salesforce/label/c.Cosell_locked_form';
import i6 from '@salesforce/label/c.Cosell_locked_helpAsked';
import j6 from '@salesforce/label/c.Cosell_locked_notSetUp';
import k6 from '@salesforce/label/c.Cosell_locked_permission';
import l6 from '@salesforce/label/c.Cosell_locked_unsaved';
import m6 from '@salesforce/label/c.Cosell_locked_visible';
import n6 from '@salesforce/label/c.Cosell_menu_label';
import o6 from '@salesforce/label/c.Cosell_microsoft_accepted';
import p6 from '@salesforce/label/c.Cosell_microsoft_new';
import q6 from '@salesforce/label/c.Cosell_missing_alreadyClosed';
import r6 from '@salesforce/label/c.Cosell_missing_alreadyClosed_cure';
import s6 from '@salesforce/label/c.Cosell_missing_closeDateMissing';
import t6 from '@salesforce/label/c.Cosell_missing_closeDateMissing_cure';
import u6 from '@salesforce/label/c.Cosell_missing_consentMissing';
import v6 from '@salesforce/label/c.Cosell_missing_consentMissing_cure';
import w6 from '@salesforce/label/c.Cosell_missing_contactIncomplete';
import x6 from '@salesforce/label/c.Cosell_missing_contactIncomplete_cure';
import y6 from '@salesforce/label/c.Cosell_missing_contactMissing';
import z6 from '@salesforce/label/c.Cosell_missing_contactMissing_cure';
import a7 from '@salesforce/label/c.Cosell_missing_countryInvalid';
import b7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cure';
import c7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cureWith';
import d7 from '@salesforce/label/c.Cosell_missing_countryMissing';
import e7 from '@salesforce/label/c.Cosell_missing_countryMissing_cure';
import f7 from '@salesforce/label/c.Cosell_missing_currencyInvalid';
import g7 from '@salesforce/label/c.Cosell_missing_currencyInvalid_cure';
import h7 from '@salesforce/label/c.Cosell_missing_currencyMissing';
import i7 from '@salesforce/label/c.Cosell_missing_currencyMissing_cure';
import j7 from '@salesforce/label/c.Cosell_missing_customerNameMissing';
import k7 from '@salesforce/label/c.Cosell_missing_customerNameMissing_cure';
import l7 from '@salesforce/label/c.Cosell_missing_helpUnknown';
import m7 from '@salesforce/label/c.Cosell_missing_helpUnknown_cure';
import n7 from '@salesforce/label/c.Cosell_missing_nameMissing';
import o7 from '@salesforce/label/c.Cosell_missing_nameMissing_cure';
import p7 from '@salesforce/label/c.Cosell_missing_solutionInvalid';
import q7 from '@salesforce/label/c.Cosell_missing_solutionInvalid_cure';
import r7 from '@salesforce/label/c.Cosell_missing_solutionMissing';
import s7 from '@salesforce/label/c.Cosell_missing_solutionMissing_cure';
import t7 from '@salesforce/label/c.Cosell_missing_valueInvalid';
import u7 from '@salesforce/label/c.Cosell_missing_valueInvalid_cure';
import v7 from '@salesforce/label/c.Cosell_missing_valueMissing';
import w7 from '@salesforce/label/c.Cosell_missing_valueMissing_cure';
import x7 from '@salesforce/label/c.Cosell_never';
import y7 from '@salesforce/label/c.Cosell_no';
import z7 from '@salesforce/label/c.Cosell_phase_declined';
import a8 from '@salesforce/label/c.Cosell_phase_error';
import b8 from '@salesforce/label/c.Cosell_phase_expired';
import c8 from '@salesforce/label/c.Cosell_phase_lost';
import d8 from '@salesforce/label/c.Cosell_phase_onHold';
import e8 from '@salesforce/label/c.Cosell_phase_open';
import f8 from '@salesforce/label/c.Cosell_phase_won';
import g8 from '@salesforce/label/c.Cosell_preview_ownOnly';
import h8 from '@salesforce/label/c.Cosell_problem_conflict_text';
import i8 from '@salesforce/label/c.Cosell_problem_conflict_title';
import j8 from '@salesforce/label/c.Cosell_problem_kept';
import k8 from '@salesforce/label/c.Cosell_problem_noPermission_text';
import l8 from '@salesforce/label/c.Cosell_problem_noPermission_title';
import m8 from '@salesforce/label/c.Cosell_problem_offline_text';
import n8 from '@salesforce/label/c.Cosell_problem_offline_title';
import o8 from '@salesforce/label/c.Cosell_problem_recordLocked_text';
import p8 from '@salesforce/label/c.Cosell_problem_recordLocked_title';
import q8 from '@salesforce/label/c.Cosell_problem_rejected_text';
import r8 from '@salesforce/label/c.Cosell_problem_rejected_title';
import s8 from '@salesforce/label/c.Cosell_problem_signedOut_text';
import t8 from '@salesforce/label/c.Cosell_problem_signedOut_title';
import u8 from '@salesforce/label/c.Cosell_problem_throttled_text';
import v8 from '@salesforce/label/c.Cosell_problem_throttled_title';
import w8 from '@salesforce/label/c.Cosell_problem_unknown_text';
import x8 from '@salesforce/label/c.Cosell_problem_unknown_title';
import y8 from '@salesforce/label/c.Cosell_readOnly_direction';
import z8 from '@salesforce/label/c.Cosell_readOnly_expires';
import a9 from '@salesforce/label/c.Cosell_readOnly_lastSync';
import b9 from '@salesforce/label/c.Cosell_readOnly_microsoftCrmId';
import c9 from '@salesforce/label/c.Cosell_readOnly_microsoftSellers';
import d9 from '@salesforce/label/c.Cosell_readOnly_microsoftStatus';
import e9 from '@salesforce/label/c.Cosell_readOnly_referralId';
import f9 from '@salesforce/label/c.Cosell_readOnly_referralLink';
import g9 from '@salesforce/label/c.Cosell_readOnly_sharing';
import h9 from '@salesforce/label/c.Cosell_readOnly_title';
import i9 from '@salesforce/label/c.Cosell_request_accept_done';
import j9 from '@salesforce/label/c.Cosell_request_accept_failed';
import k9 from '@salesforce/label/c.Cosell_request_decline_done';
import l9 from '@salesforce/label/c.Cosell_request_decline_failed';
import m9 from '@salesforce/label/c.Cosell_request_sync_done';
import n9 from '@salesforce/label/c.Cosell_request_sync_failed';
import o9 from '@salesforce/label/c.Cosell_retry_next';
import p9 from '@salesforce/label/c.Cosell_retry_now';
import q9 from '@salesforce/label/c.Cosell_retry_soon';
import r9 from '@salesforce/label/c.Cosell_section_title';
import s9 from '@salesforce/label/c.Cosell_sentences';
import t9 from '@salesforce/label/c.Cosell_sharing_coSell';
import u9 from '@salesforce/label/c.Cosell_sharing_partnerLed';
import v9 from '@salesforce/label/c.Cosell_sharing_private';
import w9 from '@salesforce/label/c.Cosell_stale_text';
import x9 from '@salesforce/label/c.Cosell_stale_title';
import y9 from '@salesforce/label/c.Cosell_state_answerNeeded_over';
import z9 from '@salesforce/label/c.Cosell_state_answerNeeded_text';
import a10 from '@salesforce/label/c.Cosell_state_answerNeeded_title';
import b10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_one';
import c10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_other';
import d10 from '@salesforce/label/c.Cosell_state_answerNeeded_until';
import e10 from '@salesforce/label/c.Cosell_state_changeWaiting_title';
import f10 from '@salesforce/label/c.Cosell_state_closed_declined';
import g10 from '@salesforce/label/c.Cosell_state_closed_error';
import h10 from '@salesforce/label/c.Cosell_state_closed_expired';
import i10 from '@salesforce/label/c.Cosell_state_closed_lost';
import j10 from '@salesforce/label/c.Cosell_state_closed_text';
import k10 from '@salesforce/label/c.Cosell_state_closed_title';
import l10 from '@salesforce/label/c.Cosell_state_closed_won';
import m10 from '@salesforce/label/c.Cosell_state_conflict_text_one';
import n10 from '@salesforce/label/c.Cosell_state_conflict_text_other';
import o10 from '@salesforce/label/c.Cosell_state_conflict_title';
import p10 from '@salesforce/label/c.Cosell_state_connectionLost_text';
import q10 from '@salesforce/label/c.Cosell_state_connectionLost_title';
import r10 from '@salesforce/label/c.Cosell_state_failedAdmin_title';
import s10 from '@salesforce/label/c.Cosell_state_failed_title';
import t10 from '@salesforce/label/c.Cosell_state_inSync_asked';
import u10 from '@salesforce/label/c.Cosell_state_inSync_text';
import v10 from '@salesforce/label/c.Cosell_state_inSync_title';
import w10 from '@salesforce/label/c.Cosell_state_loadFailed_text';
import x10 from '@salesforce/label/c.Cosell_state_loadFailed_title';
import y10 from '@salesforce/label/c.Cosell_state_noPermission_text';
import z10 from '@salesforce/label/c.Cosell_state_noPermission_title';
import a11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_one';
import b11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_other';
import c11 from '@salesforce/label/c.Cosell_state_notReadyShared_title';
import d11 from '@salesforce/label/c.Cosell_state_notReady_text_one';
import e11 from '@salesforce/label/c.Cosell_state_notReady_text_other';
import f11 from '@salesforce/label/c.Cosell_state_notReady_title';
import g11 from '@salesforce/label/c.Cosell_state_notSetUp_admin';
import h11 from '@salesforce/label/c.Cosell_state_notSetUp_title';
import i11 from '@salesforce/label/c.Cosell_state_notShared_missing_one';
import j11 from '@salesforce/label/c.Cosell_state_notShared_missing_other';
import k11 from '@salesforce/label/c.Cosell_state_notShared_text';
import l11 from '@salesforce/label/c.Cosell_state_notShared_title';
import m11 from '@salesforce/label/c.Cosell_state_offline_text';
import n11 from '@salesforce/label/c.Cosell_state_offline_title';
import o11 from '@salesforce/label/c.Cosell_state_paused_text';
import p11 from '@salesforce/label/c.Cosell_state_paused_title';
import q11 from '@salesforce/label/c.Cosell_state_retrying_title';
import r11 from '@salesforce/label/c.Cosell_state_sending_text';
import s11 from '@salesforce/label/c.Cosell_state_sending_title';
import t11 from '@salesforce/label/c.Cosell_state_stalled_text';
import u11 from '@salesforce/label/c.Cosell_state_stalled_timedOut';
import v11 from '@salesforce/label/c.Cosell_state_stalled_title';
import w11 from '@salesforce/label/c.Cosell_state_unlinked_text';
import x11 from '@salesforce/label/c.Cosell_state_unlinked_title';
import y11 from '@salesforce/label/c.Cosell_state_unsaved_text';
import z11 from '@salesforce/label/c.Cosell_state_unsaved_title';
import a12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_text';
import b12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_title';
import c12 from '@salesforce/label/c.Cosell_state_willPause_text';
import d12 from '@salesforce/label/c.Cosell_state_willPause_title';
import e12 from '@salesforce/label/c.Cosell_state_willSend_text';
import f12 from '@salesforce/label/c.Cosell_state_willSend_title';
import g12 from '@salesforce/label/c.Cosell_state_willShare_text';
import h12 from '@salesforce/label/c.Cosell_state_willShare_title';
import i12 from '@salesforce/label/c.Cosell_status_answerNeeded';
import j12 from '@salesforce/label/c.Cosell_status_changeWaiting';
import k12 from '@salesforce/label/c.Cosell_status_closed';
import l12 from '@salesforce/label/c.Cosell_status_conflict';
import m12 from '@salesforce/label/c.Cosell_status_connectionLost';
import n12 from '@salesforce/label/c.Cosell_status_failed';
import o12 from '@salesforce/label/c.Cosell_status_failedAdmin';
import p12 from '@salesforce/label/c.Cosell_status_inSync';
import q12 from '@salesforce/label/c.Cosell_status_loadFailed';
import r12 from '@salesforce/label/c.Cosell_status_loading';
import s12 from '@salesforce/label/c.Cosell_status_noPermission';
import t12 from '@salesforce/label/c.Cosell_status_notReady';
import u12 from '@salesforce/label/c.Cosell_status_notSetUp';
import v12 from '@salesforce/label/c.Cosell_status_notShared';
import w12 from '@salesforce/label/c.Cosell_status_offline';
import x12 from '@salesforce/label/c.Cosell_status_paused';
import y12 from '@salesforce/label/c.Cosell_status_retrying';
import z12 from '@salesforce/label/c.Cosell_status_sending';
import a13 from '@salesforce/label/c.Cosell_status_stalled';
import b13 from '@salesforce/label/c.Cosell_status_unlinked';
import c13 from '@salesforce/label/c.Cosell_status_unsaved';
import d13 from '@salesforce/label/c.Cosell_status_waitingForMicrosoft';
import e13 from '@salesforce/label/c.Cosell_status_willShare';
import f13 from '@salesforce/label/c.Cosell_technical_code';
import g13 from '@salesforce/label/c.Cosell_technical_label';
import h13 from '@salesforce/label/c.Cosell_technical_reference';
import i13 from '@salesforce/label/c.Cosell_tone_done';
import j13 from '@salesforce/label/c.Cosell_tone_failed';
import k13 from '@salesforce/label/c.Cosell_why_justAsked';
import l13 from '@salesforce/label/c.Cosell_why_notReady';
import m13 from '@salesforce/label/c.Cosell_why_offline';
import n13 from '@salesforce/label/c.Cosell_why_permission';
import o13 from '@salesforce/label/c.Cosell_why_running';
import p13 from '@salesforce/label/c.Cosell_why_syncOff';
import q13 from '@salesforce/label/c.Cosell_why_unsaved';
import r13 from '@salesforce/label/c.Cosell_yes';

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
copy_label: f1,
crm_dynamics: g1,
crm_partnerCenter: h1,
crm_salesforce: i1,
deal_closeDate: j1,
deal_consent: k1,
deal_contacts: l1,
deal_country: m1,
deal_currency: n1,
deal_customer: o1,
deal_dealValue: p1,
deal_help: q1,
deal_name: r1,
deal_notes: s1,
deal_phase: t1,
deal_solutions: u1,
deal_team: v1,
deal_visibleToMicrosoft: w1,
dialog_accept_text: x1,
dialog_accept_title: y1,
dialog_confirmVisible_text: z1,
dialog_confirmVisible_title: a2,
dialog_decline_long: b2,
dialog_decline_needed: c2,
dialog_decline_reason: d2,
dialog_decline_text: e2,
dialog_decline_title: f2,
dialog_history_title: g2,
dialog_pause_text: h2,
dialog_pause_title: i2,
dialog_preview_coSell: j2,
dialog_preview_partnerLed: k2,
dialog_preview_private: l2,
dialog_preview_title: m2,
direction_inbound: n2,
direction_outbound: o2,
empty: p2,
error_configInvalid: q2,
error_configInvalid_cure: r2,
error_crmConflict: s2,
error_crmForbidden: t2,
error_crmForbidden_cure: u2,
error_crmRecordLocked: v2,
error_crmRejected: w2,
error_crmRejected_cure: x2,
error_crmSignIn: y2,
error_crmSignIn_cure: z2,
error_crmThrottled: a3,
error_crmUnavailable: b3,
error_internal: c3,
error_internal_cure: d3,
error_mappingInvalid: e3,
error_mappingInvalid_cure: f3,
error_nobody_cure: g3,
error_notPermitted: h3,
error_notPermitted_cure: i3,
error_notReady: j3,
error_notReady_cure: k3,
error_opportunityNotFound: l3,
error_opportunityNotFound_cure: m3,
error_partnerCenterConflict: n3,
error_partnerCenterForbidden: o3,
error_partnerCenterForbidden_cure: p3,
error_partnerCenterMfaRequired: q3,
error_partnerCenterMfaRequired_cure: r3,
error_partnerCenterRejected: s3,
error_partnerCenterRejected_cure: t3,
error_partnerCenterSignIn: u3,
error_partnerCenterSignIn_cure: v3,
error_partnerCenterThrottled: w3,
error_partnerCenterUnavailable: x3,
error_referralClosed: y3,
error_referralClosed_cure: z3,
error_referralNotFound: a4,
error_referralNotFound_cure: b4,
error_sharingCannotGoDown: c4,
error_sharingCannotGoDown_cure: d4,
error_valueInvalid: e4,
error_valueInvalid_cure: f4,
field_help_help: g4,
field_help_label: h4,
field_products_help: i4,
field_products_label: j4,
field_products_noneFound: k4,
field_products_placeholder: l4,
field_products_remove: m4,
field_products_searching: n4,
field_sync_help: o4,
field_sync_label: p4,
field_visible_help: q4,
field_visible_label: r4,
help_customerTechnicalArchitecture: s4,
help_generalOrOther: t4,
help_none: u4,
help_postSalesCustomerSuccess: v4,
help_proofOfConceptOrDemo: w4,
help_quotesOrLicensing: x4,
help_workloadSpecificValueProposition: y4,
history_accepted: z4,
history_agreed: a5,
history_closed: b5,
history_closed_here: c5,
history_conflict_microsofts: d5,
history_conflict_open: e5,
history_conflict_ours: f5,
history_created_coSell: g5,
history_created_partnerLed: h5,
history_created_private: i5,
history_declined: j5,
history_ignoredClosed: k5,
history_invited: l5,
history_microsoftAnswered: m5,
history_none: n5,
history_notReady: o5,
history_paused: p5,
history_received: q5,
history_received_changes: r5,
history_refused_createOnly: s5,
history_refused_sharing: t5,
history_resumed: u5,
history_retrying: v5,
history_sent: w5,
history_sharingRaised: x5,
history_title: y5,
history_toCrm: z5,
history_toPartnerCenter: a6,
history_unlinked: b6,
language: c6,
link_newTab: d6,
link_open: e6,
locked_answer: f6,
locked_closed: g6,
locked_form: h6,
locked_helpAsked: i6,
locked_notSetUp: j6,
locked_permission: k6,
locked_unsaved: l6,
locked_visible: m6,
menu_label: n6,
microsoft_accepted: o6,
microsoft_new: p6,
missing_alreadyClosed: q6,
missing_alreadyClosed_cure: r6,
missing_closeDateMissing: s6,
missing_closeDateMissing_cure: t6,
missing_consentMissing: u6,
missing_consentMissing_cure: v6,
missing_contactIncomplete: w6,
missing_contactIncomplete_cure: x6,
missing_contactMissing: y6,
missing_contactMissing_cure: z6,
missing_countryInvalid: a7,
missing_countryInvalid_cure: b7,
missing_countryInvalid_cureWith: c7,
missing_countryMissing: d7,
missing_countryMissing_cure: e7,
missing_currencyInvalid: f7,
missing_currencyInvalid_cure: g7,
missing_currencyMissing: h7,
missing_currencyMissing_cure: i7,
missing_customerNameMissing: j7,
missing_customerNameMissing_cure: k7,
missing_helpUnknown: l7,
missing_helpUnknown_cure: m7,
missing_nameMissing: n7,
missing_nameMissing_cure: o7,
missing_solutionInvalid: p7,
missing_solutionInvalid_cure: q7,
missing_solutionMissing: r7,
missing_solutionMissing_cure: s7,
missing_valueInvalid: t7,
missing_valueInvalid_cure: u7,
missing_valueMissing: v7,
missing_valueMissing_cure: w7,
never: x7,
no: y7,
phase_declined: z7,
phase_error: a8,
phase_expired: b8,
phase_lost: c8,
phase_onHold: d8,
phase_open: e8,
phase_won: f8,
preview_ownOnly: g8,
problem_conflict_text: h8,
problem_conflict_title: i8,
problem_kept: j8,
problem_noPermission_text: k8,
problem_noPermission_title: l8,
problem_offline_text: m8,
problem_offline_title: n8,
problem_recordLocked_text: o8,
problem_recordLocked_title: p8,
problem_rejected_text: q8,
problem_rejected_title: r8,
problem_signedOut_text: s8,
problem_signedOut_title: t8,
problem_throttled_text: u8,
problem_throttled_title: v8,
problem_unknown_text: w8,
problem_unknown_title: x8,
readOnly_direction: y8,
readOnly_expires: z8,
readOnly_lastSync: a9,
readOnly_microsoftCrmId: b9,
readOnly_microsoftSellers: c9,
readOnly_microsoftStatus: d9,
readOnly_referralId: e9,
readOnly_referralLink: f9,
readOnly_sharing: g9,
readOnly_title: h9,
request_accept_done: i9,
request_accept_failed: j9,
request_decline_done: k9,
request_decline_failed: l9,
request_sync_done: m9,
request_sync_failed: n9,
retry_next: o9,
retry_now: p9,
retry_soon: q9,
section_title: r9,
sentences: s9,
sharing_coSell: t9,
sharing_partnerLed: u9,
sharing_private: v9,
stale_text: w9,
stale_title: x9,
state_answerNeeded_over: y9,
state_answerNeeded_text: z9,
state_answerNeeded_title: a10,
state_answerNeeded_titleSoon_one: b10,
state_answerNeeded_titleSoon_other: c10,
state_answerNeeded_until: d10,
state_changeWaiting_title: e10,
state_closed_declined: f10,
state_closed_error: g10,
state_closed_expired: h10,
state_closed_lost: i10,
state_closed_text: j10,
state_closed_title: k10,
state_closed_won: l10,
state_conflict_text_one: m10,
state_conflict_text_other: n10,
state_conflict_title: o10,
state_connectionLost_text: p10,
state_connectionLost_title: q10,
state_failedAdmin_title: r10,
state_failed_title: s10,
state_inSync_asked: t10,
state_inSync_text: u10,
state_inSync_title: v10,
state_loadFailed_text: w10,
state_loadFailed_title: x10,
state_noPermission_text: y10,
state_noPermission_title: z10,
state_notReadyShared_text_one: a11,
state_notReadyShared_text_other: b11,
state_notReadyShared_title: c11,
state_notReady_text_one: d11,
state_notReady_text_other: e11,
state_notReady_title: f11,
state_notSetUp_admin: g11,
state_notSetUp_title: h11,
state_notShared_missing_one: i11,
state_notShared_missing_other: j11,
state_notShared_text: k11,
state_notShared_title: l11,
state_offline_text: m11,
state_offline_title: n11,
state_paused_text: o11,
state_paused_title: p11,
state_retrying_title: q11,
state_sending_text: r11,
state_sending_title: s11,
state_stalled_text: t11,
state_stalled_timedOut: u11,
state_stalled_title: v11,
state_unlinked_text: w11,
state_unlinked_title: x11,
state_unsaved_text: y11,
state_unsaved_title: z11,
state_waitingForMicrosoft_text: a12,
state_waitingForMicrosoft_title: b12,
state_willPause_text: c12,
state_willPause_title: d12,
state_willSend_text: e12,
state_willSend_title: f12,
state_willShare_text: g12,
state_willShare_title: h12,
status_answerNeeded: i12,
status_changeWaiting: j12,
status_closed: k12,
status_conflict: l12,
status_connectionLost: m12,
status_failed: n12,
status_failedAdmin: o12,
status_inSync: p12,
status_loadFailed: q12,
status_loading: r12,
status_noPermission: s12,
status_notReady: t12,
status_notSetUp: u12,
status_notShared: v12,
status_offline: w12,
status_paused: x12,
status_retrying: y12,
status_sending: z12,
status_stalled: a13,
status_unlinked: b13,
status_unsaved: c13,
status_waitingForMicrosoft: d13,
status_willShare: e13,
technical_code: f13,
technical_label: g13,
technical_reference: h13,
tone_done: i13,
tone_failed: j13,
why_justAsked: k13,
why_notReady: l13,
why_offline: m13,
why_permission: n13,
why_running: o13,
why_syncOff: p13,
why_unsaved: q13,
yes: r13,
};
