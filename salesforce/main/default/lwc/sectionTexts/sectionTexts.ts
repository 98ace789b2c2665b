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
import m5 from '@salesforce/label/c.Cosell_history_none';
import n5 from '@salesforce/label/c.Cosell_history_notReady';
import o5 from '@salesforce/label/c.Cosell_history_paused';
import p5 from '@salesforce/label/c.Cosell_history_received';
import q5 from '@salesforce/label/c.Cosell_history_received_changes';
import r5 from '@salesforce/label/c.Cosell_history_refused_createOnly';
import s5 from '@salesforce/label/c.Cosell_history_refused_sharing';
import t5 from '@salesforce/label/c.Cosell_history_resumed';
import u5 from '@salesforce/label/c.Cosell_history_retrying';
import v5 from '@salesforce/label/c.Cosell_history_sent';
import w5 from '@salesforce/label/c.Cosell_history_sharingRaised';
import x5 from '@salesforce/label/c.Cosell_history_title';
import y5 from '@salesforce/label/c.Cosell_history_toCrm';
import z5 from '@salesforce/label/c.Cosell_history_toPartnerCenter';
import a6 from '@salesforce/label/c.Cosell_history_unlinked';
import b6 from '@salesforce/label/c.Cosell_language';
import c6 from '@salesforce/label/c.Cosell_link_newTab';
import d6 from '@salesforce/label/c.Cosell_link_open';
import e6 from '@salesforce/label/c.Cosell_locked_answer';
import f6 from '@salesforce/label/c.Cosell_locked_closed';
import g6 from '@salesforce/label/c.Cosell_locked_form';
import h6 from '@salesforce/label/c.Cosell_locked_helpAsked';
import i6 from '@salesforce/label/c.Cosell_locked_notSetUp';
import j6 from '@salesforce/label/c.Cosell_locked_permission';
import k6 from '@salesforce/label/c.Cosell_locked_unsaved';
import l6 from '@salesforce/label/c.Cosell_locked_visible';
import m6 from '@salesforce/label/c.Cosell_menu_label';
import n6 from '@salesforce/label/c.Cosell_microsoft_active';
import o6 from '@salesforce/label/c.Cosell_microsoft_new';
import p6 from '@salesforce/label/c.Cosell_missing_alreadyClosed';
import q6 from '@salesforce/label/c.Cosell_missing_alreadyClosed_cure';
import r6 from '@salesforce/label/c.Cosell_missing_closeDateMissing';
import s6 from '@salesforce/label/c.Cosell_missing_closeDateMissing_cure';
import t6 from '@salesforce/label/c.Cosell_missing_consentMissing';
import u6 from '@salesforce/label/c.Cosell_missing_consentMissing_cure';
import v6 from '@salesforce/label/c.Cosell_missing_contactIncomplete';
import w6 from '@salesforce/label/c.Cosell_missing_contactIncomplete_cure';
import x6 from '@salesforce/label/c.Cosell_missing_contactMissing';
import y6 from '@salesforce/label/c.Cosell_missing_contactMissing_cure';
import z6 from '@salesforce/label/c.Cosell_missing_countryInvalid';
import a7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cure';
import b7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cureWith';
import c7 from '@salesforce/label/c.Cosell_missing_countryMissing';
import d7 from '@salesforce/label/c.Cosell_missing_countryMissing_cure';
import e7 from '@salesforce/label/c.Cosell_missing_currencyInvalid';
import f7 from '@salesforce/label/c.Cosell_missing_currencyInvalid_cure';
import g7 from '@salesforce/label/c.Cosell_missing_currencyMissing';
import h7 from '@salesforce/label/c.Cosell_missing_currencyMissing_cure';
import i7 from '@salesforce/label/c.Cosell_missing_customerNameMissing';
import j7 from '@salesforce/label/c.Cosell_missing_customerNameMissing_cure';
import k7 from '@salesforce/label/c.Cosell_missing_helpUnknown';
import l7 from '@salesforce/label/c.Cosell_missing_helpUnknown_cure';
import m7 from '@salesforce/label/c.Cosell_missing_nameMissing';
import n7 from '@salesforce/label/c.Cosell_missing_nameMissing_cure';
import o7 from '@salesforce/label/c.Cosell_missing_solutionInvalid';
import p7 from '@salesforce/label/c.Cosell_missing_solutionInvalid_cure';
import q7 from '@salesforce/label/c.Cosell_missing_solutionMissing';
import r7 from '@salesforce/label/c.Cosell_missing_solutionMissing_cure';
import s7 from '@salesforce/label/c.Cosell_missing_valueInvalid';
import t7 from '@salesforce/label/c.Cosell_missing_valueInvalid_cure';
import u7 from '@salesforce/label/c.Cosell_missing_valueMissing';
import v7 from '@salesforce/label/c.Cosell_missing_valueMissing_cure';
import w7 from '@salesforce/label/c.Cosell_never';
import x7 from '@salesforce/label/c.Cosell_no';
import y7 from '@salesforce/label/c.Cosell_phase_declined';
import z7 from '@salesforce/label/c.Cosell_phase_error';
import a8 from '@salesforce/label/c.Cosell_phase_expired';
import b8 from '@salesforce/label/c.Cosell_phase_lost';
import c8 from '@salesforce/label/c.Cosell_phase_onHold';
import d8 from '@salesforce/label/c.Cosell_phase_open';
import e8 from '@salesforce/label/c.Cosell_phase_won';
import f8 from '@salesforce/label/c.Cosell_preview_ownOnly';
import g8 from '@salesforce/label/c.Cosell_problem_conflict_text';
import h8 from '@salesforce/label/c.Cosell_problem_conflict_title';
import i8 from '@salesforce/label/c.Cosell_problem_kept';
import j8 from '@salesforce/label/c.Cosell_problem_noPermission_text';
import k8 from '@salesforce/label/c.Cosell_problem_noPermission_title';
import l8 from '@salesforce/label/c.Cosell_problem_offline_text';
import m8 from '@salesforce/label/c.Cosell_problem_offline_title';
import n8 from '@salesforce/label/c.Cosell_problem_recordLocked_text';
import o8 from '@salesforce/label/c.Cosell_problem_recordLocked_title';
import p8 from '@salesforce/label/c.Cosell_problem_rejected_text';
import q8 from '@salesforce/label/c.Cosell_problem_rejected_title';
import r8 from '@salesforce/label/c.Cosell_problem_signedOut_text';
import s8 from '@salesforce/label/c.Cosell_problem_signedOut_title';
import t8 from '@salesforce/label/c.Cosell_problem_throttled_text';
import u8 from '@salesforce/label/c.Cosell_problem_throttled_title';
import v8 from '@salesforce/label/c.Cosell_problem_unknown_text';
import w8 from '@salesforce/label/c.Cosell_problem_unknown_title';
import x8 from '@salesforce/label/c.Cosell_readOnly_direction';
import y8 from '@salesforce/label/c.Cosell_readOnly_expires';
import z8 from '@salesforce/label/c.Cosell_readOnly_lastSync';
import a9 from '@salesforce/label/c.Cosell_readOnly_microsoftCrmId';
import b9 from '@salesforce/label/c.Cosell_readOnly_microsoftStatus';
import c9 from '@salesforce/label/c.Cosell_readOnly_referralId';
import d9 from '@salesforce/label/c.Cosell_readOnly_referralLink';
import e9 from '@salesforce/label/c.Cosell_readOnly_sharing';
import f9 from '@salesforce/label/c.Cosell_readOnly_title';
import g9 from '@salesforce/label/c.Cosell_request_accept_done';
import h9 from '@salesforce/label/c.Cosell_request_accept_failed';
import i9 from '@salesforce/label/c.Cosell_request_decline_done';
import j9 from '@salesforce/label/c.Cosell_request_decline_failed';
import k9 from '@salesforce/label/c.Cosell_request_sync_done';
import l9 from '@salesforce/label/c.Cosell_request_sync_failed';
import m9 from '@salesforce/label/c.Cosell_retry_next';
import n9 from '@salesforce/label/c.Cosell_retry_now';
import o9 from '@salesforce/label/c.Cosell_retry_soon';
import p9 from '@salesforce/label/c.Cosell_section_title';
import q9 from '@salesforce/label/c.Cosell_sentences';
import r9 from '@salesforce/label/c.Cosell_sharing_coSell';
import s9 from '@salesforce/label/c.Cosell_sharing_partnerLed';
import t9 from '@salesforce/label/c.Cosell_sharing_private';
import u9 from '@salesforce/label/c.Cosell_stale_text';
import v9 from '@salesforce/label/c.Cosell_stale_title';
import w9 from '@salesforce/label/c.Cosell_state_answerNeeded_over';
import x9 from '@salesforce/label/c.Cosell_state_answerNeeded_text';
import y9 from '@salesforce/label/c.Cosell_state_answerNeeded_title';
import z9 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_one';
import a10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_other';
import b10 from '@salesforce/label/c.Cosell_state_answerNeeded_until';
import c10 from '@salesforce/label/c.Cosell_state_changeWaiting_title';
import d10 from '@salesforce/label/c.Cosell_state_closed_declined';
import e10 from '@salesforce/label/c.Cosell_state_closed_error';
import f10 from '@salesforce/label/c.Cosell_state_closed_expired';
import g10 from '@salesforce/label/c.Cosell_state_closed_lost';
import h10 from '@salesforce/label/c.Cosell_state_closed_text';
import i10 from '@salesforce/label/c.Cosell_state_closed_title';
import j10 from '@salesforce/label/c.Cosell_state_closed_won';
import k10 from '@salesforce/label/c.Cosell_state_conflict_text_one';
import l10 from '@salesforce/label/c.Cosell_state_conflict_text_other';
import m10 from '@salesforce/label/c.Cosell_state_conflict_title';
import n10 from '@salesforce/label/c.Cosell_state_connectionLost_text';
import o10 from '@salesforce/label/c.Cosell_state_connectionLost_title';
import p10 from '@salesforce/label/c.Cosell_state_failedAdmin_title';
import q10 from '@salesforce/label/c.Cosell_state_failed_title';
import r10 from '@salesforce/label/c.Cosell_state_inSync_asked';
import s10 from '@salesforce/label/c.Cosell_state_inSync_text';
import t10 from '@salesforce/label/c.Cosell_state_inSync_title';
import u10 from '@salesforce/label/c.Cosell_state_loadFailed_text';
import v10 from '@salesforce/label/c.Cosell_state_loadFailed_title';
import w10 from '@salesforce/label/c.Cosell_state_noPermission_text';
import x10 from '@salesforce/label/c.Cosell_state_noPermission_title';
import y10 from '@salesforce/label/c.Cosell_state_notReadyShared_text_one';
import z10 from '@salesforce/label/c.Cosell_state_notReadyShared_text_other';
import a11 from '@salesforce/label/c.Cosell_state_notReadyShared_title';
import b11 from '@salesforce/label/c.Cosell_state_notReady_text_one';
import c11 from '@salesforce/label/c.Cosell_state_notReady_text_other';
import d11 from '@salesforce/label/c.Cosell_state_notReady_title';
import e11 from '@salesforce/label/c.Cosell_state_notSetUp_admin';
import f11 from '@salesforce/label/c.Cosell_state_notSetUp_title';
import g11 from '@salesforce/label/c.Cosell_state_notShared_missing_one';
import h11 from '@salesforce/label/c.Cosell_state_notShared_missing_other';
import i11 from '@salesforce/label/c.Cosell_state_notShared_text';
import j11 from '@salesforce/label/c.Cosell_state_notShared_title';
import k11 from '@salesforce/label/c.Cosell_state_offline_text';
import l11 from '@salesforce/label/c.Cosell_state_offline_title';
import m11 from '@salesforce/label/c.Cosell_state_paused_text';
import n11 from '@salesforce/label/c.Cosell_state_paused_title';
import o11 from '@salesforce/label/c.Cosell_state_retrying_title';
import p11 from '@salesforce/label/c.Cosell_state_sending_text';
import q11 from '@salesforce/label/c.Cosell_state_sending_title';
import r11 from '@salesforce/label/c.Cosell_state_stalled_text';
import s11 from '@salesforce/label/c.Cosell_state_stalled_timedOut';
import t11 from '@salesforce/label/c.Cosell_state_stalled_title';
import u11 from '@salesforce/label/c.Cosell_state_unlinked_text';
import v11 from '@salesforce/label/c.Cosell_state_unlinked_title';
import w11 from '@salesforce/label/c.Cosell_state_unsaved_text';
import x11 from '@salesforce/label/c.Cosell_state_unsaved_title';
import y11 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_text';
import z11 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_title';
import a12 from '@salesforce/label/c.Cosell_state_willPause_text';
import b12 from '@salesforce/label/c.Cosell_state_willPause_title';
import c12 from '@salesforce/label/c.Cosell_state_willSend_text';
import d12 from '@salesforce/label/c.Cosell_state_willSend_title';
import e12 from '@salesforce/label/c.Cosell_state_willShare_text';
import f12 from '@salesforce/label/c.Cosell_state_willShare_title';
import g12 from '@salesforce/label/c.Cosell_status_answerNeeded';
import h12 from '@salesforce/label/c.Cosell_status_changeWaiting';
import i12 from '@salesforce/label/c.Cosell_status_closed';
import j12 from '@salesforce/label/c.Cosell_status_conflict';
import k12 from '@salesforce/label/c.Cosell_status_connectionLost';
import l12 from '@salesforce/label/c.Cosell_status_failed';
import m12 from '@salesforce/label/c.Cosell_status_failedAdmin';
import n12 from '@salesforce/label/c.Cosell_status_inSync';
import o12 from '@salesforce/label/c.Cosell_status_loadFailed';
import p12 from '@salesforce/label/c.Cosell_status_loading';
import q12 from '@salesforce/label/c.Cosell_status_noPermission';
import r12 from '@salesforce/label/c.Cosell_status_notReady';
import s12 from '@salesforce/label/c.Cosell_status_notSetUp';
import t12 from '@salesforce/label/c.Cosell_status_notShared';
import u12 from '@salesforce/label/c.Cosell_status_offline';
import v12 from '@salesforce/label/c.Cosell_status_paused';
import w12 from '@salesforce/label/c.Cosell_status_retrying';
import x12 from '@salesforce/label/c.Cosell_status_sending';
import y12 from '@salesforce/label/c.Cosell_status_stalled';
import z12 from '@salesforce/label/c.Cosell_status_unlinked';
import a13 from '@salesforce/label/c.Cosell_status_unsaved';
import b13 from '@salesforce/label/c.Cosell_status_waitingForMicrosoft';
import c13 from '@salesforce/label/c.Cosell_status_willShare';
import d13 from '@salesforce/label/c.Cosell_technical_code';
import e13 from '@salesforce/label/c.Cosell_technical_label';
import f13 from '@salesforce/label/c.Cosell_technical_reference';
import g13 from '@salesforce/label/c.Cosell_tone_done';
import h13 from '@salesforce/label/c.Cosell_tone_failed';
import i13 from '@salesforce/label/c.Cosell_why_notReady';
import j13 from '@salesforce/label/c.Cosell_why_offline';
import k13 from '@salesforce/label/c.Cosell_why_permission';
import l13 from '@salesforce/label/c.Cosell_why_running';
import m13 from '@salesforce/label/c.Cosell_why_syncOff';
import n13 from '@salesforce/label/c.Cosell_why_unsaved';
import o13 from '@salesforce/label/c.Cosell_yes';

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
history_none: m5,
history_notReady: n5,
history_paused: o5,
history_received: p5,
history_received_changes: q5,
history_refused_createOnly: r5,
history_refused_sharing: s5,
history_resumed: t5,
history_retrying: u5,
history_sent: v5,
history_sharingRaised: w5,
history_title: x5,
history_toCrm: y5,
history_toPartnerCenter: z5,
history_unlinked: a6,
language: b6,
link_newTab: c6,
link_open: d6,
locked_answer: e6,
locked_closed: f6,
locked_form: g6,
locked_helpAsked: h6,
locked_notSetUp: i6,
locked_permission: j6,
locked_unsaved: k6,
locked_visible: l6,
menu_label: m6,
microsoft_active: n6,
microsoft_new: o6,
missing_alreadyClosed: p6,
missing_alreadyClosed_cure: q6,
missing_closeDateMissing: r6,
missing_closeDateMissing_cure: s6,
missing_consentMissing: t6,
missing_consentMissing_cure: u6,
missing_contactIncomplete: v6,
missing_contactIncomplete_cure: w6,
missing_contactMissing: x6,
missing_contactMissing_cure: y6,
missing_countryInvalid: z6,
missing_countryInvalid_cure: a7,
missing_countryInvalid_cureWith: b7,
missing_countryMissing: c7,
missing_countryMissing_cure: d7,
missing_currencyInvalid: e7,
missing_currencyInvalid_cure: f7,
missing_currencyMissing: g7,
missing_currencyMissing_cure: h7,
missing_customerNameMissing: i7,
missing_customerNameMissing_cure: j7,
missing_helpUnknown: k7,
missing_helpUnknown_cure: l7,
missing_nameMissing: m7,
missing_nameMissing_cure: n7,
missing_solutionInvalid: o7,
missing_solutionInvalid_cure: p7,
missing_solutionMissing: q7,
missing_solutionMissing_cure: r7,
missing_valueInvalid: s7,
missing_valueInvalid_cure: t7,
missing_valueMissing: u7,
missing_valueMissing_cure: v7,
never: w7,
no: x7,
phase_declined: y7,
phase_error: z7,
phase_expired: a8,
phase_lost: b8,
phase_onHold: c8,
phase_open: d8,
phase_won: e8,
preview_ownOnly: f8,
problem_conflict_text: g8,
problem_conflict_title: h8,
problem_kept: i8,
problem_noPermission_text: j8,
problem_noPermission_title: k8,
problem_offline_text: l8,
problem_offline_title: m8,
problem_recordLocked_text: n8,
problem_recordLocked_title: o8,
problem_rejected_text: p8,
problem_rejected_title: q8,
problem_signedOut_text: r8,
problem_signedOut_title: s8,
problem_throttled_text: t8,
problem_throttled_title: u8,
problem_unknown_text: v8,
problem_unknown_title: w8,
readOnly_direction: x8,
readOnly_expires: y8,
readOnly_lastSync: z8,
readOnly_microsoftCrmId: a9,
readOnly_microsoftStatus: b9,
readOnly_referralId: c9,
readOnly_referralLink: d9,
readOnly_sharing: e9,
readOnly_title: f9,
request_accept_done: g9,
request_accept_failed: h9,
request_decline_done: i9,
request_decline_failed: j9,
request_sync_done: k9,
request_sync_failed: l9,
retry_next: m9,
retry_now: n9,
retry_soon: o9,
section_title: p9,
sentences: q9,
sharing_coSell: r9,
sharing_partnerLed: s9,
sharing_private: t9,
stale_text: u9,
stale_title: v9,
state_answerNeeded_over: w9,
state_answerNeeded_text: x9,
state_answerNeeded_title: y9,
state_answerNeeded_titleSoon_one: z9,
state_answerNeeded_titleSoon_other: a10,
state_answerNeeded_until: b10,
state_changeWaiting_title: c10,
state_closed_declined: d10,
state_closed_error: e10,
state_closed_expired: f10,
state_closed_lost: g10,
state_closed_text: h10,
state_closed_title: i10,
state_closed_won: j10,
state_conflict_text_one: k10,
state_conflict_text_other: l10,
state_conflict_title: m10,
state_connectionLost_text: n10,
state_connectionLost_title: o10,
state_failedAdmin_title: p10,
state_failed_title: q10,
state_inSync_asked: r10,
state_inSync_text: s10,
state_inSync_title: t10,
state_loadFailed_text: u10,
state_loadFailed_title: v10,
state_noPermission_text: w10,
state_noPermission_title: x10,
state_notReadyShared_text_one: y10,
state_notReadyShared_text_other: z10,
state_notReadyShared_title: a11,
state_notReady_text_one: b11,
state_notReady_text_other: c11,
state_notReady_title: d11,
state_notSetUp_admin: e11,
state_notSetUp_title: f11,
state_notShared_missing_one: g11,
state_notShared_missing_other: h11,
state_notShared_text: i11,
state_notShared_title: j11,
state_offline_text: k11,
state_offline_title: l11,
state_paused_text: m11,
state_paused_title: n11,
state_retrying_title: o11,
state_sending_text: p11,
state_sending_title: q11,
state_stalled_text: r11,
state_stalled_timedOut: s11,
state_stalled_title: t11,
state_unlinked_text: u11,
state_unlinked_title: v11,
state_unsaved_text: w11,
state_unsaved_title: x11,
state_waitingForMicrosoft_text: y11,
state_waitingForMicrosoft_title: z11,
state_willPause_text: a12,
state_willPause_title: b12,
state_willSend_text: c12,
state_willSend_title: d12,
state_willShare_text: e12,
state_willShare_title: f12,
status_answerNeeded: g12,
status_changeWaiting: h12,
status_closed: i12,
status_conflict: j12,
status_connectionLost: k12,
status_failed: l12,
status_failedAdmin: m12,
status_inSync: n12,
status_loadFailed: o12,
status_loading: p12,
status_noPermission: q12,
status_notReady: r12,
status_notSetUp: s12,
status_notShared: t12,
status_offline: u12,
status_paused: v12,
status_retrying: w12,
status_sending: x12,
status_stalled: y12,
status_unlinked: z12,
status_unsaved: a13,
status_waitingForMicrosoft: b13,
status_willShare: c13,
technical_code: d13,
technical_label: e13,
technical_reference: f13,
tone_done: g13,
tone_failed: h13,
why_notReady: i13,
why_offline: j13,
why_permission: k13,
why_running: l13,
why_syncOff: m13,
why_unsaved: n13,
yes: o13,
};
