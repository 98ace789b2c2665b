// Made from shared/section/texts by scripts/build/texts.ts. Do not edit.
import a0 from '@salesforce/label/c.Cosell_action_accept';
import b0 from '@salesforce/label/c.Cosell_action_askMicrosoft';
import c0 from '@salesforce/label/c.Cosell_action_cancel';
import d0 from '@salesforce/label/c.Cosell_action_checkAgain';
import e0 from '@salesforce/label/c.Cosell_action_close';
import f0 from '@salesforce/label/c.Cosell_action_copyDetails';
import g0 from '@salesforce/label/c.Cosell_action_copyReference';
import h0 from '@salesforce/label/c.Cosell_action_decline';
import i0 from '@salesforce/label/c.Cosell_action_dismiss';
import j0 from '@salesforce/label/c.Cosell_action_goTo';
import k0 from '@salesforce/label/c.Cosell_action_loadChanges';
import l0 from '@salesforce/label/c.Cosell_action_openReferral';
import m0 from '@salesforce/label/c.Cosell_action_openSetup';
import n0 from '@salesforce/label/c.Cosell_action_pause';
import o0 from '@salesforce/label/c.Cosell_action_resume';
import p0 from '@salesforce/label/c.Cosell_action_retry';
import q0 from '@salesforce/label/c.Cosell_action_retryNow';
import r0 from '@salesforce/label/c.Cosell_action_share';
import s0 from '@salesforce/label/c.Cosell_action_shareOnSave';
import t0 from '@salesforce/label/c.Cosell_action_showHistory';
import u0 from '@salesforce/label/c.Cosell_action_showMicrosoft';
import v0 from '@salesforce/label/c.Cosell_action_syncNow';
import w0 from '@salesforce/label/c.Cosell_ask_admin';
import x0 from '@salesforce/label/c.Cosell_ask_contact';
import y0 from '@salesforce/label/c.Cosell_checklist_title';
import z0 from '@salesforce/label/c.Cosell_conflicts_title';
import a1 from '@salesforce/label/c.Cosell_connection_crmSignIn';
import b1 from '@salesforce/label/c.Cosell_connection_down';
import c1 from '@salesforce/label/c.Cosell_connection_partnerCenterForbidden';
import d1 from '@salesforce/label/c.Cosell_connection_partnerCenterSignIn';
import e1 from '@salesforce/label/c.Cosell_consent_given';
import f1 from '@salesforce/label/c.Cosell_consent_missing';
import g1 from '@salesforce/label/c.Cosell_copied';
import h1 from '@salesforce/label/c.Cosell_copy_label';
import i1 from '@salesforce/label/c.Cosell_crm_dynamics';
import j1 from '@salesforce/label/c.Cosell_crm_partnerCenter';
import k1 from '@salesforce/label/c.Cosell_crm_salesforce';
import l1 from '@salesforce/label/c.Cosell_deal_closeDate';
import m1 from '@salesforce/label/c.Cosell_deal_consent';
import n1 from '@salesforce/label/c.Cosell_deal_contacts';
import o1 from '@salesforce/label/c.Cosell_deal_country';
import p1 from '@salesforce/label/c.Cosell_deal_currency';
import q1 from '@salesforce/label/c.Cosell_deal_customer';
import r1 from '@salesforce/label/c.Cosell_deal_dealValue';
import s1 from '@salesforce/label/c.Cosell_deal_help';
import t1 from '@salesforce/label/c.Cosell_deal_name';
import u1 from '@salesforce/label/c.Cosell_deal_notes';
import v1 from '@salesforce/label/c.Cosell_deal_phase';
import w1 from '@salesforce/label/c.Cosell_deal_solutions';
import x1 from '@salesforce/label/c.Cosell_deal_team';
import y1 from '@salesforce/label/c.Cosell_deal_visibleToMicrosoft';
import z1 from '@salesforce/label/c.Cosell_dialog_accept_text';
import a2 from '@salesforce/label/c.Cosell_dialog_accept_title';
import b2 from '@salesforce/label/c.Cosell_dialog_confirmHelp_text';
import c2 from '@salesforce/label/c.Cosell_dialog_confirmHelp_title';
import d2 from '@salesforce/label/c.Cosell_dialog_confirmVisible_text';
import e2 from '@salesforce/label/c.Cosell_dialog_confirmVisible_title';
import f2 from '@salesforce/label/c.Cosell_dialog_decline_long';
import g2 from '@salesforce/label/c.Cosell_dialog_decline_needed';
import h2 from '@salesforce/label/c.Cosell_dialog_decline_reason';
import i2 from '@salesforce/label/c.Cosell_dialog_decline_text';
import j2 from '@salesforce/label/c.Cosell_dialog_decline_title';
import k2 from '@salesforce/label/c.Cosell_dialog_history_title';
import l2 from '@salesforce/label/c.Cosell_dialog_pause_text';
import m2 from '@salesforce/label/c.Cosell_dialog_pause_title';
import n2 from '@salesforce/label/c.Cosell_dialog_preview_coSell';
import o2 from '@salesforce/label/c.Cosell_dialog_preview_partnerLed';
import p2 from '@salesforce/label/c.Cosell_dialog_preview_private';
import q2 from '@salesforce/label/c.Cosell_dialog_preview_title';
import r2 from '@salesforce/label/c.Cosell_direction_inbound';
import s2 from '@salesforce/label/c.Cosell_direction_outbound';
import t2 from '@salesforce/label/c.Cosell_empty';
import u2 from '@salesforce/label/c.Cosell_error_configInvalid';
import v2 from '@salesforce/label/c.Cosell_error_configInvalid_cure';
import w2 from '@salesforce/label/c.Cosell_error_crmConflict';
import x2 from '@salesforce/label/c.Cosell_error_crmForbidden';
import y2 from '@salesforce/label/c.Cosell_error_crmForbidden_cure';
import z2 from '@salesforce/label/c.Cosell_error_crmRecordLocked';
import a3 from '@salesforce/label/c.Cosell_error_crmRejected';
import b3 from '@salesforce/label/c.Cosell_error_crmRejected_cure';
import c3 from '@salesforce/label/c.Cosell_error_crmSignIn';
import d3 from '@salesforce/label/c.Cosell_error_crmSignIn_cure';
import e3 from '@salesforce/label/c.Cosell_error_crmThrottled';
import f3 from '@salesforce/label/c.Cosell_error_crmUnavailable';
import g3 from '@salesforce/label/c.Cosell_error_internal';
import h3 from '@salesforce/label/c.Cosell_error_internal_cure';
import i3 from '@salesforce/label/c.Cosell_error_mappingInvalid';
import j3 from '@salesforce/label/c.Cosell_error_mappingInvalid_cure';
import k3 from '@salesforce/label/c.Cosell_error_nobody_cure';
import l3 from '@salesforce/label/c.Cosell_error_notPermitted';
import m3 from '@salesforce/label/c.Cosell_error_notPermitted_cure';
import n3 from '@salesforce/label/c.Cosell_error_notReady';
import o3 from '@salesforce/label/c.Cosell_error_notReady_cure';
import p3 from '@salesforce/label/c.Cosell_error_opportunityNotFound';
import q3 from '@salesforce/label/c.Cosell_error_opportunityNotFound_cure';
import r3 from '@salesforce/label/c.Cosell_error_partnerCenterConflict';
import s3 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden';
import t3 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden_cure';
import u3 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired';
import v3 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired_cure';
import w3 from '@salesforce/label/c.Cosell_error_partnerCenterRejected';
import x3 from '@salesforce/label/c.Cosell_error_partnerCenterRejected_cure';
import y3 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn';
import z3 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn_cure';
import a4 from '@salesforce/label/c.Cosell_error_partnerCenterThrottled';
import b4 from '@salesforce/label/c.Cosell_error_partnerCenterUnavailable';
import c4 from '@salesforce/label/c.Cosell_error_referralClosed';
import d4 from '@salesforce/label/c.Cosell_error_referralClosed_cure';
import e4 from '@salesforce/label/c.Cosell_error_referralNotFound';
import f4 from '@salesforce/label/c.Cosell_error_referralNotFound_cure';
import g4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown';
import h4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown_cure';
import i4 from '@salesforce/label/c.Cosell_error_valueInvalid';
import j4 from '@salesforce/label/c.Cosell_error_valueInvalid_cure';
import k4 from '@salesforce/label/c.Cosell_field_help_help';
import l4 from '@salesforce/label/c.Cosell_field_help_label';
import m4 from '@salesforce/label/c.Cosell_field_products_help';
import n4 from '@salesforce/label/c.Cosell_field_products_label';
import o4 from '@salesforce/label/c.Cosell_field_products_noneFound';
import p4 from '@salesforce/label/c.Cosell_field_products_placeholder';
import q4 from '@salesforce/label/c.Cosell_field_products_remove';
import r4 from '@salesforce/label/c.Cosell_field_products_searching';
import s4 from '@salesforce/label/c.Cosell_field_sync_help';
import t4 from '@salesforce/label/c.Cosell_field_sync_label';
import u4 from '@salesforce/label/c.Cosell_field_visible_help';
import v4 from '@salesforce/label/c.Cosell_field_visible_label';
import w4 from '@salesforce/label/c.Cosell_help_customerTechnicalArchitecture';
import x4 from '@salesforce/label/c.Cosell_help_generalOrOther';
import y4 from '@salesforce/label/c.Cosell_help_none';
import z4 from '@salesforce/label/c.Cosell_help_postSalesCustomerSuccess';
import a5 from '@salesforce/label/c.Cosell_help_proofOfConceptOrDemo';
import b5 from '@salesforce/label/c.Cosell_help_quotesOrLicensing';
import c5 from '@salesforce/label/c.Cosell_help_workloadSpecificValueProposition';
import d5 from '@salesforce/label/c.Cosell_history_accepted';
import e5 from '@salesforce/label/c.Cosell_history_accountFound';
import f5 from '@salesforce/label/c.Cosell_history_accountFoundByName';
import g5 from '@salesforce/label/c.Cosell_history_accountMade';
import h5 from '@salesforce/label/c.Cosell_history_agreed';
import i5 from '@salesforce/label/c.Cosell_history_closed';
import j5 from '@salesforce/label/c.Cosell_history_closed_here';
import k5 from '@salesforce/label/c.Cosell_history_conflict_microsofts';
import l5 from '@salesforce/label/c.Cosell_history_conflict_open';
import m5 from '@salesforce/label/c.Cosell_history_conflict_ours';
import n5 from '@salesforce/label/c.Cosell_history_contacts';
import o5 from '@salesforce/label/c.Cosell_history_created_coSell';
import p5 from '@salesforce/label/c.Cosell_history_created_partnerLed';
import q5 from '@salesforce/label/c.Cosell_history_created_private';
import r5 from '@salesforce/label/c.Cosell_history_declined';
import s5 from '@salesforce/label/c.Cosell_history_ignoredClosed';
import t5 from '@salesforce/label/c.Cosell_history_invited';
import u5 from '@salesforce/label/c.Cosell_history_microsoftAnswered';
import v5 from '@salesforce/label/c.Cosell_history_noCurrency';
import w5 from '@salesforce/label/c.Cosell_history_none';
import x5 from '@salesforce/label/c.Cosell_history_notReady';
import y5 from '@salesforce/label/c.Cosell_history_paused';
import z5 from '@salesforce/label/c.Cosell_history_received';
import a6 from '@salesforce/label/c.Cosell_history_received_changes';
import b6 from '@salesforce/label/c.Cosell_history_refused_createOnly';
import c6 from '@salesforce/label/c.Cosell_history_refused_sharing';
import d6 from '@salesforce/label/c.Cosell_history_resumed';
import e6 from '@salesforce/label/c.Cosell_history_retrying';
import f6 from '@salesforce/label/c.Cosell_history_sent';
import g6 from '@salesforce/label/c.Cosell_history_sharingRaised';
import h6 from '@salesforce/label/c.Cosell_history_takenOver';
import i6 from '@salesforce/label/c.Cosell_history_title';
import j6 from '@salesforce/label/c.Cosell_history_toCrm';
import k6 from '@salesforce/label/c.Cosell_history_toPartnerCenter';
import l6 from '@salesforce/label/c.Cosell_history_unlinked';
import m6 from '@salesforce/label/c.Cosell_language';
import n6 from '@salesforce/label/c.Cosell_link_newTab';
import o6 from '@salesforce/label/c.Cosell_link_open';
import p6 from '@salesforce/label/c.Cosell_locked_answer';
import q6 from '@salesforce/label/c.Cosell_locked_closed';
import r6 from '@salesforce/label/c.Cosell_locked_form';
import s6 from '@salesforce/label/c.Cosell_locked_helpAsked';
import t6 from '@salesforce/label/c.Cosell_locked_notSetUp';
import u6 from '@salesforce/label/c.Cosell_locked_permission';
import v6 from '@salesforce/label/c.Cosell_locked_unsaved';
import w6 from '@salesforce/label/c.Cosell_locked_visible';
import x6 from '@salesforce/label/c.Cosell_menu_label';
import y6 from '@salesforce/label/c.Cosell_microsoft_accepted';
import z6 from '@salesforce/label/c.Cosell_microsoft_new';
import a7 from '@salesforce/label/c.Cosell_missing_alreadyClosed';
import b7 from '@salesforce/label/c.Cosell_missing_alreadyClosed_cure';
import c7 from '@salesforce/label/c.Cosell_missing_closeDateMissing';
import d7 from '@salesforce/label/c.Cosell_missing_closeDateMissing_cure';
import e7 from '@salesforce/label/c.Cosell_missing_consentMissing';
import f7 from '@salesforce/label/c.Cosell_missing_consentMissing_cure';
import g7 from '@salesforce/label/c.Cosell_missing_contactIncomplete';
import h7 from '@salesforce/label/c.Cosell_missing_contactIncomplete_cure';
import i7 from '@salesforce/label/c.Cosell_missing_contactMissing';
import j7 from '@salesforce/label/c.Cosell_missing_contactMissing_cure';
import k7 from '@salesforce/label/c.Cosell_missing_countryInvalid';
import l7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cure';
import m7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cureWith';
import n7 from '@salesforce/label/c.Cosell_missing_countryMissing';
import o7 from '@salesforce/label/c.Cosell_missing_countryMissing_cure';
import p7 from '@salesforce/label/c.Cosell_missing_currencyInvalid';
import q7 from '@salesforce/label/c.Cosell_missing_currencyInvalid_cure';
import r7 from '@salesforce/label/c.Cosell_missing_currencyMissing';
import s7 from '@salesforce/label/c.Cosell_missing_currencyMissing_cure';
import t7 from '@salesforce/label/c.Cosell_missing_customerNameMissing';
import u7 from '@salesforce/label/c.Cosell_missing_customerNameMissing_cure';
import v7 from '@salesforce/label/c.Cosell_missing_helpUnknown';
import w7 from '@salesforce/label/c.Cosell_missing_helpUnknown_cure';
import x7 from '@salesforce/label/c.Cosell_missing_nameMissing';
import y7 from '@salesforce/label/c.Cosell_missing_nameMissing_cure';
import z7 from '@salesforce/label/c.Cosell_missing_solutionInvalid';
import a8 from '@salesforce/label/c.Cosell_missing_solutionInvalid_cure';
import b8 from '@salesforce/label/c.Cosell_missing_solutionMissing';
import c8 from '@salesforce/label/c.Cosell_missing_solutionMissing_cure';
import d8 from '@salesforce/label/c.Cosell_missing_valueInvalid';
import e8 from '@salesforce/label/c.Cosell_missing_valueInvalid_cure';
import f8 from '@salesforce/label/c.Cosell_missing_valueMissing';
import g8 from '@salesforce/label/c.Cosell_missing_valueMissing_cure';
import h8 from '@salesforce/label/c.Cosell_never';
import i8 from '@salesforce/label/c.Cosell_no';
import j8 from '@salesforce/label/c.Cosell_phase_declined';
import k8 from '@salesforce/label/c.Cosell_phase_error';
import l8 from '@salesforce/label/c.Cosell_phase_expired';
import m8 from '@salesforce/label/c.Cosell_phase_lost';
import n8 from '@salesforce/label/c.Cosell_phase_onHold';
import o8 from '@salesforce/label/c.Cosell_phase_open';
import p8 from '@salesforce/label/c.Cosell_phase_won';
import q8 from '@salesforce/label/c.Cosell_preview_ownOnly';
import r8 from '@salesforce/label/c.Cosell_problem_conflict_text';
import s8 from '@salesforce/label/c.Cosell_problem_conflict_title';
import t8 from '@salesforce/label/c.Cosell_problem_kept';
import u8 from '@salesforce/label/c.Cosell_problem_noPermission_text';
import v8 from '@salesforce/label/c.Cosell_problem_noPermission_title';
import w8 from '@salesforce/label/c.Cosell_problem_offline_text';
import x8 from '@salesforce/label/c.Cosell_problem_offline_title';
import y8 from '@salesforce/label/c.Cosell_problem_recordLocked_text';
import z8 from '@salesforce/label/c.Cosell_problem_recordLocked_title';
import a9 from '@salesforce/label/c.Cosell_problem_rejected_text';
import b9 from '@salesforce/label/c.Cosell_problem_rejected_title';
import c9 from '@salesforce/label/c.Cosell_problem_signedOut_text';
import d9 from '@salesforce/label/c.Cosell_problem_signedOut_title';
import e9 from '@salesforce/label/c.Cosell_problem_throttled_text';
import f9 from '@salesforce/label/c.Cosell_problem_throttled_title';
import g9 from '@salesforce/label/c.Cosell_problem_unknown_text';
import h9 from '@salesforce/label/c.Cosell_problem_unknown_title';
import i9 from '@salesforce/label/c.Cosell_readOnly_direction';
import j9 from '@salesforce/label/c.Cosell_readOnly_expires';
import k9 from '@salesforce/label/c.Cosell_readOnly_lastSync';
import l9 from '@salesforce/label/c.Cosell_readOnly_microsoftCrmId';
import m9 from '@salesforce/label/c.Cosell_readOnly_microsoftSellers';
import n9 from '@salesforce/label/c.Cosell_readOnly_microsoftStatus';
import o9 from '@salesforce/label/c.Cosell_readOnly_referralId';
import p9 from '@salesforce/label/c.Cosell_readOnly_referralLink';
import q9 from '@salesforce/label/c.Cosell_readOnly_sharing';
import r9 from '@salesforce/label/c.Cosell_readOnly_title';
import s9 from '@salesforce/label/c.Cosell_request_accept_done';
import t9 from '@salesforce/label/c.Cosell_request_accept_failed';
import u9 from '@salesforce/label/c.Cosell_request_decline_done';
import v9 from '@salesforce/label/c.Cosell_request_decline_failed';
import w9 from '@salesforce/label/c.Cosell_request_link_done';
import x9 from '@salesforce/label/c.Cosell_request_link_failed';
import y9 from '@salesforce/label/c.Cosell_request_sync_done';
import z9 from '@salesforce/label/c.Cosell_request_sync_failed';
import a10 from '@salesforce/label/c.Cosell_retry_next';
import b10 from '@salesforce/label/c.Cosell_retry_now';
import c10 from '@salesforce/label/c.Cosell_retry_soon';
import d10 from '@salesforce/label/c.Cosell_section_title';
import e10 from '@salesforce/label/c.Cosell_sentences';
import f10 from '@salesforce/label/c.Cosell_sharing_coSell';
import g10 from '@salesforce/label/c.Cosell_sharing_partnerLed';
import h10 from '@salesforce/label/c.Cosell_sharing_private';
import i10 from '@salesforce/label/c.Cosell_stale_text';
import j10 from '@salesforce/label/c.Cosell_stale_title';
import k10 from '@salesforce/label/c.Cosell_state_answerNeeded_over';
import l10 from '@salesforce/label/c.Cosell_state_answerNeeded_text';
import m10 from '@salesforce/label/c.Cosell_state_answerNeeded_title';
import n10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_one';
import o10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_other';
import p10 from '@salesforce/label/c.Cosell_state_answerNeeded_until';
import q10 from '@salesforce/label/c.Cosell_state_changeWaiting_title';
import r10 from '@salesforce/label/c.Cosell_state_closed_declined';
import s10 from '@salesforce/label/c.Cosell_state_closed_error';
import t10 from '@salesforce/label/c.Cosell_state_closed_expired';
import u10 from '@salesforce/label/c.Cosell_state_closed_lost';
import v10 from '@salesforce/label/c.Cosell_state_closed_text';
import w10 from '@salesforce/label/c.Cosell_state_closed_title';
import x10 from '@salesforce/label/c.Cosell_state_closed_won';
import y10 from '@salesforce/label/c.Cosell_state_conflict_text_one';
import z10 from '@salesforce/label/c.Cosell_state_conflict_text_other';
import a11 from '@salesforce/label/c.Cosell_state_conflict_title';
import b11 from '@salesforce/label/c.Cosell_state_connectionLost_text';
import c11 from '@salesforce/label/c.Cosell_state_connectionLost_title';
import d11 from '@salesforce/label/c.Cosell_state_failedAdmin_title';
import e11 from '@salesforce/label/c.Cosell_state_failed_title';
import f11 from '@salesforce/label/c.Cosell_state_inSync_asked';
import g11 from '@salesforce/label/c.Cosell_state_inSync_text';
import h11 from '@salesforce/label/c.Cosell_state_inSync_title';
import i11 from '@salesforce/label/c.Cosell_state_loadFailed_text';
import j11 from '@salesforce/label/c.Cosell_state_loadFailed_title';
import k11 from '@salesforce/label/c.Cosell_state_noPermission_text';
import l11 from '@salesforce/label/c.Cosell_state_noPermission_title';
import m11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_one';
import n11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_other';
import o11 from '@salesforce/label/c.Cosell_state_notReadyShared_title';
import p11 from '@salesforce/label/c.Cosell_state_notReady_text_one';
import q11 from '@salesforce/label/c.Cosell_state_notReady_text_other';
import r11 from '@salesforce/label/c.Cosell_state_notReady_title';
import s11 from '@salesforce/label/c.Cosell_state_notSetUp_admin';
import t11 from '@salesforce/label/c.Cosell_state_notSetUp_title';
import u11 from '@salesforce/label/c.Cosell_state_notShared_missing_one';
import v11 from '@salesforce/label/c.Cosell_state_notShared_missing_other';
import w11 from '@salesforce/label/c.Cosell_state_notShared_text';
import x11 from '@salesforce/label/c.Cosell_state_notShared_title';
import y11 from '@salesforce/label/c.Cosell_state_offline_text';
import z11 from '@salesforce/label/c.Cosell_state_offline_title';
import a12 from '@salesforce/label/c.Cosell_state_paused_text';
import b12 from '@salesforce/label/c.Cosell_state_paused_title';
import c12 from '@salesforce/label/c.Cosell_state_retrying_title';
import d12 from '@salesforce/label/c.Cosell_state_sending_text';
import e12 from '@salesforce/label/c.Cosell_state_sending_title';
import f12 from '@salesforce/label/c.Cosell_state_stalled_text';
import g12 from '@salesforce/label/c.Cosell_state_stalled_timedOut';
import h12 from '@salesforce/label/c.Cosell_state_stalled_title';
import i12 from '@salesforce/label/c.Cosell_state_unlinked_text';
import j12 from '@salesforce/label/c.Cosell_state_unlinked_title';
import k12 from '@salesforce/label/c.Cosell_state_unsaved_text';
import l12 from '@salesforce/label/c.Cosell_state_unsaved_title';
import m12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_text';
import n12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_title';
import o12 from '@salesforce/label/c.Cosell_state_willPause_text';
import p12 from '@salesforce/label/c.Cosell_state_willPause_title';
import q12 from '@salesforce/label/c.Cosell_state_willSend_text';
import r12 from '@salesforce/label/c.Cosell_state_willSend_title';
import s12 from '@salesforce/label/c.Cosell_state_willShare_text';
import t12 from '@salesforce/label/c.Cosell_state_willShare_title';
import u12 from '@salesforce/label/c.Cosell_status_answerNeeded';
import v12 from '@salesforce/label/c.Cosell_status_changeWaiting';
import w12 from '@salesforce/label/c.Cosell_status_closed';
import x12 from '@salesforce/label/c.Cosell_status_conflict';
import y12 from '@salesforce/label/c.Cosell_status_connectionLost';
import z12 from '@salesforce/label/c.Cosell_status_failed';
import a13 from '@salesforce/label/c.Cosell_status_failedAdmin';
import b13 from '@salesforce/label/c.Cosell_status_inSync';
import c13 from '@salesforce/label/c.Cosell_status_loadFailed';
import d13 from '@salesforce/label/c.Cosell_status_loading';
import e13 from '@salesforce/label/c.Cosell_status_noPermission';
import f13 from '@salesforce/label/c.Cosell_status_notReady';
import g13 from '@salesforce/label/c.Cosell_status_notSetUp';
import h13 from '@salesforce/label/c.Cosell_status_notShared';
import i13 from '@salesforce/label/c.Cosell_status_offline';
import j13 from '@salesforce/label/c.Cosell_status_paused';
import k13 from '@salesforce/label/c.Cosell_status_retrying';
import l13 from '@salesforce/label/c.Cosell_status_sending';
import m13 from '@salesforce/label/c.Cosell_status_stalled';
import n13 from '@salesforce/label/c.Cosell_status_unlinked';
import o13 from '@salesforce/label/c.Cosell_status_unsaved';
import p13 from '@salesforce/label/c.Cosell_status_waitingForMicrosoft';
import q13 from '@salesforce/label/c.Cosell_status_willShare';
import r13 from '@salesforce/label/c.Cosell_technical_code';
import s13 from '@salesforce/label/c.Cosell_technical_label';
import t13 from '@salesforce/label/c.Cosell_technical_reference';
import u13 from '@salesforce/label/c.Cosell_tone_done';
import v13 from '@salesforce/label/c.Cosell_tone_failed';
import w13 from '@salesforce/label/c.Cosell_why_justAsked';
import x13 from '@salesforce/label/c.Cosell_why_notReady';
import y13 from '@salesforce/label/c.Cosell_why_offline';
import z13 from '@salesforce/label/c.Cosell_why_permission';
import a14 from '@salesforce/label/c.Cosell_why_running';
import b14 from '@salesforce/label/c.Cosell_why_syncOff';
import c14 from '@salesforce/label/c.Cosell_why_unsaved';
import d14 from '@salesforce/label/c.Cosell_yes';

/** The texts of the section in the person's language, by key. */
export const TEXTS: Readonly<Record<string, string>> = {
action_accept: a0,
action_askMicrosoft: b0,
action_cancel: c0,
action_checkAgain: d0,
action_close: e0,
action_copyDetails: f0,
action_copyReference: g0,
action_decline: h0,
action_dismiss: i0,
action_goTo: j0,
action_loadChanges: k0,
action_openReferral: l0,
action_openSetup: m0,
action_pause: n0,
action_resume: o0,
action_retry: p0,
action_retryNow: q0,
action_share: r0,
action_shareOnSave: s0,
action_showHistory: t0,
action_showMicrosoft: u0,
action_syncNow: v0,
ask_admin: w0,
ask_contact: x0,
checklist_title: y0,
conflicts_title: z0,
connection_crmSignIn: a1,
connection_down: b1,
connection_partnerCenterForbidden: c1,
connection_partnerCenterSignIn: d1,
consent_given: e1,
consent_missing: f1,
copied: g1,
copy_label: h1,
crm_dynamics: i1,
crm_partnerCenter: j1,
crm_salesforce: k1,
deal_closeDate: l1,
deal_consent: m1,
deal_contacts: n1,
deal_country: o1,
deal_currency: p1,
deal_customer: q1,
deal_dealValue: r1,
deal_help: s1,
deal_name: t1,
deal_notes: u1,
deal_phase: v1,
deal_solutions: w1,
deal_team: x1,
deal_visibleToMicrosoft: y1,
dialog_accept_text: z1,
dialog_accept_title: a2,
dialog_confirmHelp_text: b2,
dialog_confirmHelp_title: c2,
dialog_confirmVisible_text: d2,
dialog_confirmVisible_title: e2,
dialog_decline_long: f2,
dialog_decline_needed: g2,
dialog_decline_reason: h2,
dialog_decline_text: i2,
dialog_decline_title: j2,
dialog_history_title: k2,
dialog_pause_text: l2,
dialog_pause_title: m2,
dialog_preview_coSell: n2,
dialog_preview_partnerLed: o2,
dialog_preview_private: p2,
dialog_preview_title: q2,
direction_inbound: r2,
direction_outbound: s2,
empty: t2,
error_configInvalid: u2,
error_configInvalid_cure: v2,
error_crmConflict: w2,
error_crmForbidden: x2,
error_crmForbidden_cure: y2,
error_crmRecordLocked: z2,
error_crmRejected: a3,
error_crmRejected_cure: b3,
error_crmSignIn: c3,
error_crmSignIn_cure: d3,
error_crmThrottled: e3,
error_crmUnavailable: f3,
error_internal: g3,
error_internal_cure: h3,
error_mappingInvalid: i3,
error_mappingInvalid_cure: j3,
error_nobody_cure: k3,
error_notPermitted: l3,
error_notPermitted_cure: m3,
error_notReady: n3,
error_notReady_cure: o3,
error_opportunityNotFound: p3,
error_opportunityNotFound_cure: q3,
error_partnerCenterConflict: r3,
error_partnerCenterForbidden: s3,
error_partnerCenterForbidden_cure: t3,
error_partnerCenterMfaRequired: u3,
error_partnerCenterMfaRequired_cure: v3,
error_partnerCenterRejected: w3,
error_partnerCenterRejected_cure: x3,
error_partnerCenterSignIn: y3,
error_partnerCenterSignIn_cure: z3,
error_partnerCenterThrottled: a4,
error_partnerCenterUnavailable: b4,
error_referralClosed: c4,
error_referralClosed_cure: d4,
error_referralNotFound: e4,
error_referralNotFound_cure: f4,
error_sharingCannotGoDown: g4,
error_sharingCannotGoDown_cure: h4,
error_valueInvalid: i4,
error_valueInvalid_cure: j4,
field_help_help: k4,
field_help_label: l4,
field_products_help: m4,
field_products_label: n4,
field_products_noneFound: o4,
field_products_placeholder: p4,
field_products_remove: q4,
field_products_searching: r4,
field_sync_help: s4,
field_sync_label: t4,
field_visible_help: u4,
field_visible_label: v4,
help_customerTechnicalArchitecture: w4,
help_generalOrOther: x4,
help_none: y4,
help_postSalesCustomerSuccess: z4,
help_proofOfConceptOrDemo: a5,
help_quotesOrLicensing: b5,
help_workloadSpecificValueProposition: c5,
history_accepted: d5,
history_accountFound: e5,
history_accountFoundByName: f5,
history_accountMade: g5,
history_agreed: h5,
history_closed: i5,
history_closed_here: j5,
history_conflict_microsofts: k5,
history_conflict_open: l5,
history_conflict_ours: m5,
history_contacts: n5,
history_created_coSell: o5,
history_created_partnerLed: p5,
history_created_private: q5,
history_declined: r5,
history_ignoredClosed: s5,
history_invited: t5,
history_microsoftAnswered: u5,
history_noCurrency: v5,
history_none: w5,
history_notReady: x5,
history_paused: y5,
history_received: z5,
history_received_changes: a6,
history_refused_createOnly: b6,
history_refused_sharing: c6,
history_resumed: d6,
history_retrying: e6,
history_sent: f6,
history_sharingRaised: g6,
history_takenOver: h6,
history_title: i6,
history_toCrm: j6,
history_toPartnerCenter: k6,
history_unlinked: l6,
language: m6,
link_newTab: n6,
link_open: o6,
locked_answer: p6,
locked_closed: q6,
locked_form: r6,
locked_helpAsked: s6,
locked_notSetUp: t6,
locked_permission: u6,
locked_unsaved: v6,
locked_visible: w6,
menu_label: x6,
microsoft_accepted: y6,
microsoft_new: z6,
missing_alreadyClosed: a7,
missing_alreadyClosed_cure: b7,
missing_closeDateMissing: c7,
missing_closeDateMissing_cure: d7,
missing_consentMissing: e7,
missing_consentMissing_cure: f7,
missing_contactIncomplete: g7,
missing_contactIncomplete_cure: h7,
missing_contactMissing: i7,
missing_contactMissing_cure: j7,
missing_countryInvalid: k7,
missing_countryInvalid_cure: l7,
missing_countryInvalid_cureWith: m7,
missing_countryMissing: n7,
missing_countryMissing_cure: o7,
missing_currencyInvalid: p7,
missing_currencyInvalid_cure: q7,
missing_currencyMissing: r7,
missing_currencyMissing_cure: s7,
missing_customerNameMissing: t7,
missing_customerNameMissing_cure: u7,
missing_helpUnknown: v7,
missing_helpUnknown_cure: w7,
missing_nameMissing: x7,
missing_nameMissing_cure: y7,
missing_solutionInvalid: z7,
missing_solutionInvalid_cure: a8,
missing_solutionMissing: b8,
missing_solutionMissing_cure: c8,
missing_valueInvalid: d8,
missing_valueInvalid_cure: e8,
missing_valueMissing: f8,
missing_valueMissing_cure: g8,
never: h8,
no: i8,
phase_declined: j8,
phase_error: k8,
phase_expired: l8,
phase_lost: m8,
phase_onHold: n8,
phase_open: o8,
phase_won: p8,
preview_ownOnly: q8,
problem_conflict_text: r8,
problem_conflict_title: s8,
problem_kept: t8,
problem_noPermission_text: u8,
problem_noPermission_title: v8,
problem_offline_text: w8,
problem_offline_title: x8,
problem_recordLocked_text: y8,
problem_recordLocked_title: z8,
problem_rejected_text: a9,
problem_rejected_title: b9,
problem_signedOut_text: c9,
problem_signedOut_title: d9,
problem_throttled_text: e9,
problem_throttled_title: f9,
problem_unknown_text: g9,
problem_unknown_title: h9,
readOnly_direction: i9,
readOnly_expires: j9,
readOnly_lastSync: k9,
readOnly_microsoftCrmId: l9,
readOnly_microsoftSellers: m9,
readOnly_microsoftStatus: n9,
readOnly_referralId: o9,
readOnly_referralLink: p9,
readOnly_sharing: q9,
readOnly_title: r9,
request_accept_done: s9,
request_accept_failed: t9,
request_decline_done: u9,
request_decline_failed: v9,
request_link_done: w9,
request_link_failed: x9,
request_sync_done: y9,
request_sync_failed: z9,
retry_next: a10,
retry_now: b10,
retry_soon: c10,
section_title: d10,
sentences: e10,
sharing_coSell: f10,
sharing_partnerLed: g10,
sharing_private: h10,
stale_text: i10,
stale_title: j10,
state_answerNeeded_over: k10,
state_answerNeeded_text: l10,
state_answerNeeded_title: m10,
state_answerNeeded_titleSoon_one: n10,
state_answerNeeded_titleSoon_other: o10,
state_answerNeeded_until: p10,
state_changeWaiting_title: q10,
state_closed_declined: r10,
state_closed_error: s10,
state_closed_expired: t10,
state_closed_lost: u10,
state_closed_text: v10,
state_closed_title: w10,
state_closed_won: x10,
state_conflict_text_one: y10,
state_conflict_text_other: z10,
state_conflict_title: a11,
state_connectionLost_text: b11,
state_connectionLost_title: c11,
state_failedAdmin_title: d11,
state_failed_title: e11,
state_inSync_asked: f11,
state_inSync_text: g11,
state_inSync_title: h11,
state_loadFailed_text: i11,
state_loadFailed_title: j11,
state_noPermission_text: k11,
state_noPermission_title: l11,
state_notReadyShared_text_one: m11,
state_notReadyShared_text_other: n11,
state_notReadyShared_title: o11,
state_notReady_text_one: p11,
state_notReady_text_other: q11,
state_notReady_title: r11,
state_notSetUp_admin: s11,
state_notSetUp_title: t11,
state_notShared_missing_one: u11,
state_notShared_missing_other: v11,
state_notShared_text: w11,
state_notShared_title: x11,
state_offline_text: y11,
state_offline_title: z11,
state_paused_text: a12,
state_paused_title: b12,
state_retrying_title: c12,
state_sending_text: d12,
state_sending_title: e12,
state_stalled_text: f12,
state_stalled_timedOut: g12,
state_stalled_title: h12,
state_unlinked_text: i12,
state_unlinked_title: j12,
state_unsaved_text: k12,
state_unsaved_title: l12,
state_waitingForMicrosoft_text: m12,
state_waitingForMicrosoft_title: n12,
state_willPause_text: o12,
state_willPause_title: p12,
state_willSend_text: q12,
state_willSend_title: r12,
state_willShare_text: s12,
state_willShare_title: t12,
status_answerNeeded: u12,
status_changeWaiting: v12,
status_closed: w12,
status_conflict: x12,
status_connectionLost: y12,
status_failed: z12,
status_failedAdmin: a13,
status_inSync: b13,
status_loadFailed: c13,
status_loading: d13,
status_noPermission: e13,
status_notReady: f13,
status_notSetUp: g13,
status_notShared: h13,
status_offline: i13,
status_paused: j13,
status_retrying: k13,
status_sending: l13,
status_stalled: m13,
status_unlinked: n13,
status_unsaved: o13,
status_waitingForMicrosoft: p13,
status_willShare: q13,
technical_code: r13,
technical_label: s13,
technical_reference: t13,
tone_done: u13,
tone_failed: v13,
why_justAsked: w13,
why_notReady: x13,
why_offline: y13,
why_permission: z13,
why_running: a14,
why_syncOff: b14,
why_unsaved: c14,
yes: d14,
};
