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
import k0 from '@salesforce/label/c.Cosell_action_link';
import l0 from '@salesforce/label/c.Cosell_action_linkDeal';
import m0 from '@salesforce/label/c.Cosell_action_loadChanges';
import n0 from '@salesforce/label/c.Cosell_action_openReferral';
import o0 from '@salesforce/label/c.Cosell_action_openSetup';
import p0 from '@salesforce/label/c.Cosell_action_pause';
import q0 from '@salesforce/label/c.Cosell_action_resume';
import r0 from '@salesforce/label/c.Cosell_action_retry';
import s0 from '@salesforce/label/c.Cosell_action_retryNow';
import t0 from '@salesforce/label/c.Cosell_action_share';
import u0 from '@salesforce/label/c.Cosell_action_shareOnSave';
import v0 from '@salesforce/label/c.Cosell_action_showHistory';
import w0 from '@salesforce/label/c.Cosell_action_showMicrosoft';
import x0 from '@salesforce/label/c.Cosell_action_syncNow';
import y0 from '@salesforce/label/c.Cosell_ask_admin';
import z0 from '@salesforce/label/c.Cosell_ask_contact';
import a1 from '@salesforce/label/c.Cosell_checklist_title';
import b1 from '@salesforce/label/c.Cosell_conflicts_title';
import c1 from '@salesforce/label/c.Cosell_connection_crmSignIn';
import d1 from '@salesforce/label/c.Cosell_connection_down';
import e1 from '@salesforce/label/c.Cosell_connection_partnerCenterForbidden';
import f1 from '@salesforce/label/c.Cosell_connection_partnerCenterSignIn';
import g1 from '@salesforce/label/c.Cosell_consent_given';
import h1 from '@salesforce/label/c.Cosell_consent_missing';
import i1 from '@salesforce/label/c.Cosell_copied';
import j1 from '@salesforce/label/c.Cosell_copy_label';
import k1 from '@salesforce/label/c.Cosell_crm_dynamics';
import l1 from '@salesforce/label/c.Cosell_crm_partnerCenter';
import m1 from '@salesforce/label/c.Cosell_crm_salesforce';
import n1 from '@salesforce/label/c.Cosell_deal_closeDate';
import o1 from '@salesforce/label/c.Cosell_deal_consent';
import p1 from '@salesforce/label/c.Cosell_deal_contacts';
import q1 from '@salesforce/label/c.Cosell_deal_country';
import r1 from '@salesforce/label/c.Cosell_deal_currency';
import s1 from '@salesforce/label/c.Cosell_deal_customer';
import t1 from '@salesforce/label/c.Cosell_deal_dealValue';
import u1 from '@salesforce/label/c.Cosell_deal_help';
import v1 from '@salesforce/label/c.Cosell_deal_name';
import w1 from '@salesforce/label/c.Cosell_deal_notes';
import x1 from '@salesforce/label/c.Cosell_deal_phase';
import y1 from '@salesforce/label/c.Cosell_deal_solutions';
import z1 from '@salesforce/label/c.Cosell_deal_team';
import a2 from '@salesforce/label/c.Cosell_deal_visibleToMicrosoft';
import b2 from '@salesforce/label/c.Cosell_dialog_accept_text';
import c2 from '@salesforce/label/c.Cosell_dialog_accept_title';
import d2 from '@salesforce/label/c.Cosell_dialog_confirmHelp_text';
import e2 from '@salesforce/label/c.Cosell_dialog_confirmHelp_title';
import f2 from '@salesforce/label/c.Cosell_dialog_confirmVisible_text';
import g2 from '@salesforce/label/c.Cosell_dialog_confirmVisible_title';
import h2 from '@salesforce/label/c.Cosell_dialog_decline_long';
import i2 from '@salesforce/label/c.Cosell_dialog_decline_needed';
import j2 from '@salesforce/label/c.Cosell_dialog_decline_reason';
import k2 from '@salesforce/label/c.Cosell_dialog_decline_text';
import l2 from '@salesforce/label/c.Cosell_dialog_decline_title';
import m2 from '@salesforce/label/c.Cosell_dialog_history_title';
import n2 from '@salesforce/label/c.Cosell_dialog_link_long';
import o2 from '@salesforce/label/c.Cosell_dialog_link_needed';
import p2 from '@salesforce/label/c.Cosell_dialog_link_reason';
import q2 from '@salesforce/label/c.Cosell_dialog_link_text';
import r2 from '@salesforce/label/c.Cosell_dialog_link_title';
import s2 from '@salesforce/label/c.Cosell_dialog_pause_text';
import t2 from '@salesforce/label/c.Cosell_dialog_pause_title';
import u2 from '@salesforce/label/c.Cosell_dialog_preview_coSell';
import v2 from '@salesforce/label/c.Cosell_dialog_preview_partnerLed';
import w2 from '@salesforce/label/c.Cosell_dialog_preview_private';
import x2 from '@salesforce/label/c.Cosell_dialog_preview_title';
import y2 from '@salesforce/label/c.Cosell_direction_inbound';
import z2 from '@salesforce/label/c.Cosell_direction_outbound';
import a3 from '@salesforce/label/c.Cosell_empty';
import b3 from '@salesforce/label/c.Cosell_error_configInvalid';
import c3 from '@salesforce/label/c.Cosell_error_configInvalid_cure';
import d3 from '@salesforce/label/c.Cosell_error_crmConflict';
import e3 from '@salesforce/label/c.Cosell_error_crmForbidden';
import f3 from '@salesforce/label/c.Cosell_error_crmForbidden_cure';
import g3 from '@salesforce/label/c.Cosell_error_crmRecordLocked';
import h3 from '@salesforce/label/c.Cosell_error_crmRejected';
import i3 from '@salesforce/label/c.Cosell_error_crmRejected_cure';
import j3 from '@salesforce/label/c.Cosell_error_crmSignIn';
import k3 from '@salesforce/label/c.Cosell_error_crmSignIn_cure';
import l3 from '@salesforce/label/c.Cosell_error_crmThrottled';
import m3 from '@salesforce/label/c.Cosell_error_crmUnavailable';
import n3 from '@salesforce/label/c.Cosell_error_internal';
import o3 from '@salesforce/label/c.Cosell_error_internal_cure';
import p3 from '@salesforce/label/c.Cosell_error_mappingInvalid';
import q3 from '@salesforce/label/c.Cosell_error_mappingInvalid_cure';
import r3 from '@salesforce/label/c.Cosell_error_nobody_cure';
import s3 from '@salesforce/label/c.Cosell_error_notPermitted';
import t3 from '@salesforce/label/c.Cosell_error_notPermitted_cure';
import u3 from '@salesforce/label/c.Cosell_error_notReady';
import v3 from '@salesforce/label/c.Cosell_error_notReady_cure';
import w3 from '@salesforce/label/c.Cosell_error_opportunityNotFound';
import x3 from '@salesforce/label/c.Cosell_error_opportunityNotFound_cure';
import y3 from '@salesforce/label/c.Cosell_error_partnerCenterConflict';
import z3 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden';
import a4 from '@salesforce/label/c.Cosell_error_partnerCenterForbidden_cure';
import b4 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired';
import c4 from '@salesforce/label/c.Cosell_error_partnerCenterMfaRequired_cure';
import d4 from '@salesforce/label/c.Cosell_error_partnerCenterRejected';
import e4 from '@salesforce/label/c.Cosell_error_partnerCenterRejected_cure';
import f4 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn';
import g4 from '@salesforce/label/c.Cosell_error_partnerCenterSignIn_cure';
import h4 from '@salesforce/label/c.Cosell_error_partnerCenterThrottled';
import i4 from '@salesforce/label/c.Cosell_error_partnerCenterUnavailable';
import j4 from '@salesforce/label/c.Cosell_error_referralClosed';
import k4 from '@salesforce/label/c.Cosell_error_referralClosed_cure';
import l4 from '@salesforce/label/c.Cosell_error_referralNotFound';
import m4 from '@salesforce/label/c.Cosell_error_referralNotFound_cure';
import n4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown';
import o4 from '@salesforce/label/c.Cosell_error_sharingCannotGoDown_cure';
import p4 from '@salesforce/label/c.Cosell_error_valueInvalid';
import q4 from '@salesforce/label/c.Cosell_error_valueInvalid_cure';
import r4 from '@salesforce/label/c.Cosell_field_help_help';
import s4 from '@salesforce/label/c.Cosell_field_help_label';
import t4 from '@salesforce/label/c.Cosell_field_products_help';
import u4 from '@salesforce/label/c.Cosell_field_products_label';
import v4 from '@salesforce/label/c.Cosell_field_products_noneFound';
import w4 from '@salesforce/label/c.Cosell_field_products_placeholder';
import x4 from '@salesforce/label/c.Cosell_field_products_remove';
import y4 from '@salesforce/label/c.Cosell_field_products_searching';
import z4 from '@salesforce/label/c.Cosell_field_sync_help';
import a5 from '@salesforce/label/c.Cosell_field_sync_label';
import b5 from '@salesforce/label/c.Cosell_field_visible_help';
import c5 from '@salesforce/label/c.Cosell_field_visible_label';
import d5 from '@salesforce/label/c.Cosell_help_customerTechnicalArchitecture';
import e5 from '@salesforce/label/c.Cosell_help_generalOrOther';
import f5 from '@salesforce/label/c.Cosell_help_none';
import g5 from '@salesforce/label/c.Cosell_help_postSalesCustomerSuccess';
import h5 from '@salesforce/label/c.Cosell_help_proofOfConceptOrDemo';
import i5 from '@salesforce/label/c.Cosell_help_quotesOrLicensing';
import j5 from '@salesforce/label/c.Cosell_help_workloadSpecificValueProposition';
import k5 from '@salesforce/label/c.Cosell_history_accepted';
import l5 from '@salesforce/label/c.Cosell_history_accountFound';
import m5 from '@salesforce/label/c.Cosell_history_accountFoundByName';
import n5 from '@salesforce/label/c.Cosell_history_accountMade';
import o5 from '@salesforce/label/c.Cosell_history_agreed';
import p5 from '@salesforce/label/c.Cosell_history_closed';
import q5 from '@salesforce/label/c.Cosell_history_closed_here';
import r5 from '@salesforce/label/c.Cosell_history_conflict_microsofts';
import s5 from '@salesforce/label/c.Cosell_history_conflict_open';
import t5 from '@salesforce/label/c.Cosell_history_conflict_ours';
import u5 from '@salesforce/label/c.Cosell_history_contacts';
import v5 from '@salesforce/label/c.Cosell_history_created_coSell';
import w5 from '@salesforce/label/c.Cosell_history_created_partnerLed';
import x5 from '@salesforce/label/c.Cosell_history_created_private';
import y5 from '@salesforce/label/c.Cosell_history_declined';
import z5 from '@salesforce/label/c.Cosell_history_ignoredClosed';
import a6 from '@salesforce/label/c.Cosell_history_invited';
import b6 from '@salesforce/label/c.Cosell_history_microsoftAnswered';
import c6 from '@salesforce/label/c.Cosell_history_noCurrency';
import d6 from '@salesforce/label/c.Cosell_history_none';
import e6 from '@salesforce/label/c.Cosell_history_notReady';
import f6 from '@salesforce/label/c.Cosell_history_paused';
import g6 from '@salesforce/label/c.Cosell_history_received';
import h6 from '@salesforce/label/c.Cosell_history_received_changes';
import i6 from '@salesforce/label/c.Cosell_history_refused_createOnly';
import j6 from '@salesforce/label/c.Cosell_history_refused_sharing';
import k6 from '@salesforce/label/c.Cosell_history_resumed';
import l6 from '@salesforce/label/c.Cosell_history_retrying';
import m6 from '@salesforce/label/c.Cosell_history_sent';
import n6 from '@salesforce/label/c.Cosell_history_sharingRaised';
import o6 from '@salesforce/label/c.Cosell_history_takenOver';
import p6 from '@salesforce/label/c.Cosell_history_title';
import q6 from '@salesforce/label/c.Cosell_history_toCrm';
import r6 from '@salesforce/label/c.Cosell_history_toPartnerCenter';
import s6 from '@salesforce/label/c.Cosell_history_unlinked';
import t6 from '@salesforce/label/c.Cosell_language';
import u6 from '@salesforce/label/c.Cosell_link_newTab';
import v6 from '@salesforce/label/c.Cosell_link_open';
import w6 from '@salesforce/label/c.Cosell_locked_answer';
import x6 from '@salesforce/label/c.Cosell_locked_closed';
import y6 from '@salesforce/label/c.Cosell_locked_form';
import z6 from '@salesforce/label/c.Cosell_locked_helpAsked';
import a7 from '@salesforce/label/c.Cosell_locked_notSetUp';
import b7 from '@salesforce/label/c.Cosell_locked_permission';
import c7 from '@salesforce/label/c.Cosell_locked_unsaved';
import d7 from '@salesforce/label/c.Cosell_locked_visible';
import e7 from '@salesforce/label/c.Cosell_menu_label';
import f7 from '@salesforce/label/c.Cosell_microsoft_accepted';
import g7 from '@salesforce/label/c.Cosell_microsoft_new';
import h7 from '@salesforce/label/c.Cosell_missing_alreadyClosed';
import i7 from '@salesforce/label/c.Cosell_missing_alreadyClosed_cure';
import j7 from '@salesforce/label/c.Cosell_missing_closeDateMissing';
import k7 from '@salesforce/label/c.Cosell_missing_closeDateMissing_cure';
import l7 from '@salesforce/label/c.Cosell_missing_consentMissing';
import m7 from '@salesforce/label/c.Cosell_missing_consentMissing_cure';
import n7 from '@salesforce/label/c.Cosell_missing_contactIncomplete';
import o7 from '@salesforce/label/c.Cosell_missing_contactIncomplete_cure';
import p7 from '@salesforce/label/c.Cosell_missing_contactMissing';
import q7 from '@salesforce/label/c.Cosell_missing_contactMissing_cure';
import r7 from '@salesforce/label/c.Cosell_missing_countryInvalid';
import s7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cure';
import t7 from '@salesforce/label/c.Cosell_missing_countryInvalid_cureWith';
import u7 from '@salesforce/label/c.Cosell_missing_countryMissing';
import v7 from '@salesforce/label/c.Cosell_missing_countryMissing_cure';
import w7 from '@salesforce/label/c.Cosell_missing_currencyInvalid';
import x7 from '@salesforce/label/c.Cosell_missing_currencyInvalid_cure';
import y7 from '@salesforce/label/c.Cosell_missing_currencyMissing';
import z7 from '@salesforce/label/c.Cosell_missing_currencyMissing_cure';
import a8 from '@salesforce/label/c.Cosell_missing_customerNameMissing';
import b8 from '@salesforce/label/c.Cosell_missing_customerNameMissing_cure';
import c8 from '@salesforce/label/c.Cosell_missing_helpUnknown';
import d8 from '@salesforce/label/c.Cosell_missing_helpUnknown_cure';
import e8 from '@salesforce/label/c.Cosell_missing_nameMissing';
import f8 from '@salesforce/label/c.Cosell_missing_nameMissing_cure';
import g8 from '@salesforce/label/c.Cosell_missing_solutionInvalid';
import h8 from '@salesforce/label/c.Cosell_missing_solutionInvalid_cure';
import i8 from '@salesforce/label/c.Cosell_missing_solutionMissing';
import j8 from '@salesforce/label/c.Cosell_missing_solutionMissing_cure';
import k8 from '@salesforce/label/c.Cosell_missing_valueInvalid';
import l8 from '@salesforce/label/c.Cosell_missing_valueInvalid_cure';
import m8 from '@salesforce/label/c.Cosell_missing_valueMissing';
import n8 from '@salesforce/label/c.Cosell_missing_valueMissing_cure';
import o8 from '@salesforce/label/c.Cosell_never';
import p8 from '@salesforce/label/c.Cosell_no';
import q8 from '@salesforce/label/c.Cosell_phase_declined';
import r8 from '@salesforce/label/c.Cosell_phase_error';
import s8 from '@salesforce/label/c.Cosell_phase_expired';
import t8 from '@salesforce/label/c.Cosell_phase_lost';
import u8 from '@salesforce/label/c.Cosell_phase_onHold';
import v8 from '@salesforce/label/c.Cosell_phase_open';
import w8 from '@salesforce/label/c.Cosell_phase_won';
import x8 from '@salesforce/label/c.Cosell_preview_ownOnly';
import y8 from '@salesforce/label/c.Cosell_problem_conflict_text';
import z8 from '@salesforce/label/c.Cosell_problem_conflict_title';
import a9 from '@salesforce/label/c.Cosell_problem_kept';
import b9 from '@salesforce/label/c.Cosell_problem_noPermission_text';
import c9 from '@salesforce/label/c.Cosell_problem_noPermission_title';
import d9 from '@salesforce/label/c.Cosell_problem_offline_text';
import e9 from '@salesforce/label/c.Cosell_problem_offline_title';
import f9 from '@salesforce/label/c.Cosell_problem_recordLocked_text';
import g9 from '@salesforce/label/c.Cosell_problem_recordLocked_title';
import h9 from '@salesforce/label/c.Cosell_problem_rejected_text';
import i9 from '@salesforce/label/c.Cosell_problem_rejected_title';
import j9 from '@salesforce/label/c.Cosell_problem_signedOut_text';
import k9 from '@salesforce/label/c.Cosell_problem_signedOut_title';
import l9 from '@salesforce/label/c.Cosell_problem_throttled_text';
import m9 from '@salesforce/label/c.Cosell_problem_throttled_title';
import n9 from '@salesforce/label/c.Cosell_problem_unknown_text';
import o9 from '@salesforce/label/c.Cosell_problem_unknown_title';
import p9 from '@salesforce/label/c.Cosell_readOnly_direction';
import q9 from '@salesforce/label/c.Cosell_readOnly_expires';
import r9 from '@salesforce/label/c.Cosell_readOnly_lastSync';
import s9 from '@salesforce/label/c.Cosell_readOnly_microsoftCrmId';
import t9 from '@salesforce/label/c.Cosell_readOnly_microsoftSellers';
import u9 from '@salesforce/label/c.Cosell_readOnly_microsoftStatus';
import v9 from '@salesforce/label/c.Cosell_readOnly_referralId';
import w9 from '@salesforce/label/c.Cosell_readOnly_referralLink';
import x9 from '@salesforce/label/c.Cosell_readOnly_sharing';
import y9 from '@salesforce/label/c.Cosell_readOnly_title';
import z9 from '@salesforce/label/c.Cosell_request_accept_done';
import a10 from '@salesforce/label/c.Cosell_request_accept_failed';
import b10 from '@salesforce/label/c.Cosell_request_decline_done';
import c10 from '@salesforce/label/c.Cosell_request_decline_failed';
import d10 from '@salesforce/label/c.Cosell_request_link_done';
import e10 from '@salesforce/label/c.Cosell_request_link_failed';
import f10 from '@salesforce/label/c.Cosell_request_sync_done';
import g10 from '@salesforce/label/c.Cosell_request_sync_failed';
import h10 from '@salesforce/label/c.Cosell_retry_next';
import i10 from '@salesforce/label/c.Cosell_retry_now';
import j10 from '@salesforce/label/c.Cosell_retry_soon';
import k10 from '@salesforce/label/c.Cosell_section_title';
import l10 from '@salesforce/label/c.Cosell_sentences';
import m10 from '@salesforce/label/c.Cosell_sharing_coSell';
import n10 from '@salesforce/label/c.Cosell_sharing_partnerLed';
import o10 from '@salesforce/label/c.Cosell_sharing_private';
import p10 from '@salesforce/label/c.Cosell_stale_text';
import q10 from '@salesforce/label/c.Cosell_stale_title';
import r10 from '@salesforce/label/c.Cosell_state_answerNeeded_over';
import s10 from '@salesforce/label/c.Cosell_state_answerNeeded_text';
import t10 from '@salesforce/label/c.Cosell_state_answerNeeded_title';
import u10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_one';
import v10 from '@salesforce/label/c.Cosell_state_answerNeeded_titleSoon_other';
import w10 from '@salesforce/label/c.Cosell_state_answerNeeded_until';
import x10 from '@salesforce/label/c.Cosell_state_changeWaiting_title';
import y10 from '@salesforce/label/c.Cosell_state_closed_declined';
import z10 from '@salesforce/label/c.Cosell_state_closed_error';
import a11 from '@salesforce/label/c.Cosell_state_closed_expired';
import b11 from '@salesforce/label/c.Cosell_state_closed_lost';
import c11 from '@salesforce/label/c.Cosell_state_closed_text';
import d11 from '@salesforce/label/c.Cosell_state_closed_title';
import e11 from '@salesforce/label/c.Cosell_state_closed_won';
import f11 from '@salesforce/label/c.Cosell_state_conflict_text_one';
import g11 from '@salesforce/label/c.Cosell_state_conflict_text_other';
import h11 from '@salesforce/label/c.Cosell_state_conflict_title';
import i11 from '@salesforce/label/c.Cosell_state_connectionLost_text';
import j11 from '@salesforce/label/c.Cosell_state_connectionLost_title';
import k11 from '@salesforce/label/c.Cosell_state_failedAdmin_title';
import l11 from '@salesforce/label/c.Cosell_state_failed_title';
import m11 from '@salesforce/label/c.Cosell_state_inSync_asked';
import n11 from '@salesforce/label/c.Cosell_state_inSync_text';
import o11 from '@salesforce/label/c.Cosell_state_inSync_title';
import p11 from '@salesforce/label/c.Cosell_state_loadFailed_text';
import q11 from '@salesforce/label/c.Cosell_state_loadFailed_title';
import r11 from '@salesforce/label/c.Cosell_state_noPermission_text';
import s11 from '@salesforce/label/c.Cosell_state_noPermission_title';
import t11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_one';
import u11 from '@salesforce/label/c.Cosell_state_notReadyShared_text_other';
import v11 from '@salesforce/label/c.Cosell_state_notReadyShared_title';
import w11 from '@salesforce/label/c.Cosell_state_notReady_text_one';
import x11 from '@salesforce/label/c.Cosell_state_notReady_text_other';
import y11 from '@salesforce/label/c.Cosell_state_notReady_title';
import z11 from '@salesforce/label/c.Cosell_state_notSetUp_admin';
import a12 from '@salesforce/label/c.Cosell_state_notSetUp_title';
import b12 from '@salesforce/label/c.Cosell_state_notShared_missing_one';
import c12 from '@salesforce/label/c.Cosell_state_notShared_missing_other';
import d12 from '@salesforce/label/c.Cosell_state_notShared_text';
import e12 from '@salesforce/label/c.Cosell_state_notShared_title';
import f12 from '@salesforce/label/c.Cosell_state_offline_text';
import g12 from '@salesforce/label/c.Cosell_state_offline_title';
import h12 from '@salesforce/label/c.Cosell_state_paused_text';
import i12 from '@salesforce/label/c.Cosell_state_paused_title';
import j12 from '@salesforce/label/c.Cosell_state_retrying_title';
import k12 from '@salesforce/label/c.Cosell_state_sending_text';
import l12 from '@salesforce/label/c.Cosell_state_sending_title';
import m12 from '@salesforce/label/c.Cosell_state_stalled_text';
import n12 from '@salesforce/label/c.Cosell_state_stalled_timedOut';
import o12 from '@salesforce/label/c.Cosell_state_stalled_title';
import p12 from '@salesforce/label/c.Cosell_state_unlinked_text';
import q12 from '@salesforce/label/c.Cosell_state_unlinked_title';
import r12 from '@salesforce/label/c.Cosell_state_unsaved_text';
import s12 from '@salesforce/label/c.Cosell_state_unsaved_title';
import t12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_text';
import u12 from '@salesforce/label/c.Cosell_state_waitingForMicrosoft_title';
import v12 from '@salesforce/label/c.Cosell_state_willPause_text';
import w12 from '@salesforce/label/c.Cosell_state_willPause_title';
import x12 from '@salesforce/label/c.Cosell_state_willSend_text';
import y12 from '@salesforce/label/c.Cosell_state_willSend_title';
import z12 from '@salesforce/label/c.Cosell_state_willShare_text';
import a13 from '@salesforce/label/c.Cosell_state_willShare_title';
import b13 from '@salesforce/label/c.Cosell_status_answerNeeded';
import c13 from '@salesforce/label/c.Cosell_status_changeWaiting';
import d13 from '@salesforce/label/c.Cosell_status_closed';
import e13 from '@salesforce/label/c.Cosell_status_conflict';
import f13 from '@salesforce/label/c.Cosell_status_connectionLost';
import g13 from '@salesforce/label/c.Cosell_status_failed';
import h13 from '@salesforce/label/c.Cosell_status_failedAdmin';
import i13 from '@salesforce/label/c.Cosell_status_inSync';
import j13 from '@salesforce/label/c.Cosell_status_loadFailed';
import k13 from '@salesforce/label/c.Cosell_status_loading';
import l13 from '@salesforce/label/c.Cosell_status_noPermission';
import m13 from '@salesforce/label/c.Cosell_status_notReady';
import n13 from '@salesforce/label/c.Cosell_status_notSetUp';
import o13 from '@salesforce/label/c.Cosell_status_notShared';
import p13 from '@salesforce/label/c.Cosell_status_offline';
import q13 from '@salesforce/label/c.Cosell_status_paused';
import r13 from '@salesforce/label/c.Cosell_status_retrying';
import s13 from '@salesforce/label/c.Cosell_status_sending';
import t13 from '@salesforce/label/c.Cosell_status_stalled';
import u13 from '@salesforce/label/c.Cosell_status_unlinked';
import v13 from '@salesforce/label/c.Cosell_status_unsaved';
import w13 from '@salesforce/label/c.Cosell_status_waitingForMicrosoft';
import x13 from '@salesforce/label/c.Cosell_status_willShare';
import y13 from '@salesforce/label/c.Cosell_technical_code';
import z13 from '@salesforce/label/c.Cosell_technical_label';
import a14 from '@salesforce/label/c.Cosell_technical_reference';
import b14 from '@salesforce/label/c.Cosell_tone_done';
import c14 from '@salesforce/label/c.Cosell_tone_failed';
import d14 from '@salesforce/label/c.Cosell_why_justAsked';
import e14 from '@salesforce/label/c.Cosell_why_notReady';
import f14 from '@salesforce/label/c.Cosell_why_offline';
import g14 from '@salesforce/label/c.Cosell_why_permission';
import h14 from '@salesforce/label/c.Cosell_why_running';
import i14 from '@salesforce/label/c.Cosell_why_syncOff';
import j14 from '@salesforce/label/c.Cosell_why_unsaved';
import k14 from '@salesforce/label/c.Cosell_yes';

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
action_link: k0,
action_linkDeal: l0,
action_loadChanges: m0,
action_openReferral: n0,
action_openSetup: o0,
action_pause: p0,
action_resume: q0,
action_retry: r0,
action_retryNow: s0,
action_share: t0,
action_shareOnSave: u0,
action_showHistory: v0,
action_showMicrosoft: w0,
action_syncNow: x0,
ask_admin: y0,
ask_contact: z0,
checklist_title: a1,
conflicts_title: b1,
connection_crmSignIn: c1,
connection_down: d1,
connection_partnerCenterForbidden: e1,
connection_partnerCenterSignIn: f1,
consent_given: g1,
consent_missing: h1,
copied: i1,
copy_label: j1,
crm_dynamics: k1,
crm_partnerCenter: l1,
crm_salesforce: m1,
deal_closeDate: n1,
deal_consent: o1,
deal_contacts: p1,
deal_country: q1,
deal_currency: r1,
deal_customer: s1,
deal_dealValue: t1,
deal_help: u1,
deal_name: v1,
deal_notes: w1,
deal_phase: x1,
deal_solutions: y1,
deal_team: z1,
deal_visibleToMicrosoft: a2,
dialog_accept_text: b2,
dialog_accept_title: c2,
dialog_confirmHelp_text: d2,
dialog_confirmHelp_title: e2,
dialog_confirmVisible_text: f2,
dialog_confirmVisible_title: g2,
dialog_decline_long: h2,
dialog_decline_needed: i2,
dialog_decline_reason: j2,
dialog_decline_text: k2,
dialog_decline_title: l2,
dialog_history_title: m2,
dialog_link_long: n2,
dialog_link_needed: o2,
dialog_link_reason: p2,
dialog_link_text: q2,
dialog_link_title: r2,
dialog_pause_text: s2,
dialog_pause_title: t2,
dialog_preview_coSell: u2,
dialog_preview_partnerLed: v2,
dialog_preview_private: w2,
dialog_preview_title: x2,
direction_inbound: y2,
direction_outbound: z2,
empty: a3,
error_configInvalid: b3,
error_configInvalid_cure: c3,
error_crmConflict: d3,
error_crmForbidden: e3,
error_crmForbidden_cure: f3,
error_crmRecordLocked: g3,
error_crmRejected: h3,
error_crmRejected_cure: i3,
error_crmSignIn: j3,
error_crmSignIn_cure: k3,
error_crmThrottled: l3,
error_crmUnavailable: m3,
error_internal: n3,
error_internal_cure: o3,
error_mappingInvalid: p3,
error_mappingInvalid_cure: q3,
error_nobody_cure: r3,
error_notPermitted: s3,
error_notPermitted_cure: t3,
error_notReady: u3,
error_notReady_cure: v3,
error_opportunityNotFound: w3,
error_opportunityNotFound_cure: x3,
error_partnerCenterConflict: y3,
error_partnerCenterForbidden: z3,
error_partnerCenterForbidden_cure: a4,
error_partnerCenterMfaRequired: b4,
error_partnerCenterMfaRequired_cure: c4,
error_partnerCenterRejected: d4,
error_partnerCenterRejected_cure: e4,
error_partnerCenterSignIn: f4,
error_partnerCenterSignIn_cure: g4,
error_partnerCenterThrottled: h4,
error_partnerCenterUnavailable: i4,
error_referralClosed: j4,
error_referralClosed_cure: k4,
error_referralNotFound: l4,
error_referralNotFound_cure: m4,
error_sharingCannotGoDown: n4,
error_sharingCannotGoDown_cure: o4,
error_valueInvalid: p4,
error_valueInvalid_cure: q4,
field_help_help: r4,
field_help_label: s4,
field_products_help: t4,
field_products_label: u4,
field_products_noneFound: v4,
field_products_placeholder: w4,
field_products_remove: x4,
field_products_searching: y4,
field_sync_help: z4,
field_sync_label: a5,
field_visible_help: b5,
field_visible_label: c5,
help_customerTechnicalArchitecture: d5,
help_generalOrOther: e5,
help_none: f5,
help_postSalesCustomerSuccess: g5,
help_proofOfConceptOrDemo: h5,
help_quotesOrLicensing: i5,
help_workloadSpecificValueProposition: j5,
history_accepted: k5,
history_accountFound: l5,
history_accountFoundByName: m5,
history_accountMade: n5,
history_agreed: o5,
history_closed: p5,
history_closed_here: q5,
history_conflict_microsofts: r5,
history_conflict_open: s5,
history_conflict_ours: t5,
history_contacts: u5,
history_created_coSell: v5,
history_created_partnerLed: w5,
history_created_private: x5,
history_declined: y5,
history_ignoredClosed: z5,
history_invited: a6,
history_microsoftAnswered: b6,
history_noCurrency: c6,
history_none: d6,
history_notReady: e6,
history_paused: f6,
history_received: g6,
history_received_changes: h6,
history_refused_createOnly: i6,
history_refused_sharing: j6,
history_resumed: k6,
history_retrying: l6,
history_sent: m6,
history_sharingRaised: n6,
history_takenOver: o6,
history_title: p6,
history_toCrm: q6,
history_toPartnerCenter: r6,
history_unlinked: s6,
language: t6,
link_newTab: u6,
link_open: v6,
locked_answer: w6,
locked_closed: x6,
locked_form: y6,
locked_helpAsked: z6,
locked_notSetUp: a7,
locked_permission: b7,
locked_unsaved: c7,
locked_visible: d7,
menu_label: e7,
microsoft_accepted: f7,
microsoft_new: g7,
missing_alreadyClosed: h7,
missing_alreadyClosed_cure: i7,
missing_closeDateMissing: j7,
missing_closeDateMissing_cure: k7,
missing_consentMissing: l7,
missing_consentMissing_cure: m7,
missing_contactIncomplete: n7,
missing_contactIncomplete_cure: o7,
missing_contactMissing: p7,
missing_contactMissing_cure: q7,
missing_countryInvalid: r7,
missing_countryInvalid_cure: s7,
missing_countryInvalid_cureWith: t7,
missing_countryMissing: u7,
missing_countryMissing_cure: v7,
missing_currencyInvalid: w7,
missing_currencyInvalid_cure: x7,
missing_currencyMissing: y7,
missing_currencyMissing_cure: z7,
missing_customerNameMissing: a8,
missing_customerNameMissing_cure: b8,
missing_helpUnknown: c8,
missing_helpUnknown_cure: d8,
missing_nameMissing: e8,
missing_nameMissing_cure: f8,
missing_solutionInvalid: g8,
missing_solutionInvalid_cure: h8,
missing_solutionMissing: i8,
missing_solutionMissing_cure: j8,
missing_valueInvalid: k8,
missing_valueInvalid_cure: l8,
missing_valueMissing: m8,
missing_valueMissing_cure: n8,
never: o8,
no: p8,
phase_declined: q8,
phase_error: r8,
phase_expired: s8,
phase_lost: t8,
phase_onHold: u8,
phase_open: v8,
phase_won: w8,
preview_ownOnly: x8,
problem_conflict_text: y8,
problem_conflict_title: z8,
problem_kept: a9,
problem_noPermission_text: b9,
problem_noPermission_title: c9,
problem_offline_text: d9,
problem_offline_title: e9,
problem_recordLocked_text: f9,
problem_recordLocked_title: g9,
problem_rejected_text: h9,
problem_rejected_title: i9,
problem_signedOut_text: j9,
problem_signedOut_title: k9,
problem_throttled_text: l9,
problem_throttled_title: m9,
problem_unknown_text: n9,
problem_unknown_title: o9,
readOnly_direction: p9,
readOnly_expires: q9,
readOnly_lastSync: r9,
readOnly_microsoftCrmId: s9,
readOnly_microsoftSellers: t9,
readOnly_microsoftStatus: u9,
readOnly_referralId: v9,
readOnly_referralLink: w9,
readOnly_sharing: x9,
readOnly_title: y9,
request_accept_done: z9,
request_accept_failed: a10,
request_decline_done: b10,
request_decline_failed: c10,
request_link_done: d10,
request_link_failed: e10,
request_sync_done: f10,
request_sync_failed: g10,
retry_next: h10,
retry_now: i10,
retry_soon: j10,
section_title: k10,
sentences: l10,
sharing_coSell: m10,
sharing_partnerLed: n10,
sharing_private: o10,
stale_text: p10,
stale_title: q10,
state_answerNeeded_over: r10,
state_answerNeeded_text: s10,
state_answerNeeded_title: t10,
state_answerNeeded_titleSoon_one: u10,
state_answerNeeded_titleSoon_other: v10,
state_answerNeeded_until: w10,
state_changeWaiting_title: x10,
state_closed_declined: y10,
state_closed_error: z10,
state_closed_expired: a11,
state_closed_lost: b11,
state_closed_text: c11,
state_closed_title: d11,
state_closed_won: e11,
state_conflict_text_one: f11,
state_conflict_text_other: g11,
state_conflict_title: h11,
state_connectionLost_text: i11,
state_connectionLost_title: j11,
state_failedAdmin_title: k11,
state_failed_title: l11,
state_inSync_asked: m11,
state_inSync_text: n11,
state_inSync_title: o11,
state_loadFailed_text: p11,
state_loadFailed_title: q11,
state_noPermission_text: r11,
state_noPermission_title: s11,
state_notReadyShared_text_one: t11,
state_notReadyShared_text_other: u11,
state_notReadyShared_title: v11,
state_notReady_text_one: w11,
state_notReady_text_other: x11,
state_notReady_title: y11,
state_notSetUp_admin: z11,
state_notSetUp_title: a12,
state_notShared_missing_one: b12,
state_notShared_missing_other: c12,
state_notShared_text: d12,
state_notShared_title: e12,
state_offline_text: f12,
state_offline_title: g12,
state_paused_text: h12,
state_paused_title: i12,
state_retrying_title: j12,
state_sending_text: k12,
state_sending_title: l12,
state_stalled_text: m12,
state_stalled_timedOut: n12,
state_stalled_title: o12,
state_unlinked_text: p12,
state_unlinked_title: q12,
state_unsaved_text: r12,
state_unsaved_title: s12,
state_waitingForMicrosoft_text: t12,
state_waitingForMicrosoft_title: u12,
state_willPause_text: v12,
state_willPause_title: w12,
state_willSend_text: x12,
state_willSend_title: y12,
state_willShare_text: z12,
state_willShare_title: a13,
status_answerNeeded: b13,
status_changeWaiting: c13,
status_closed: d13,
status_conflict: e13,
status_connectionLost: f13,
status_failed: g13,
status_failedAdmin: h13,
status_inSync: i13,
status_loadFailed: j13,
status_loading: k13,
status_noPermission: l13,
status_notReady: m13,
status_notSetUp: n13,
status_notShared: o13,
status_offline: p13,
status_paused: q13,
status_retrying: r13,
status_sending: s13,
status_stalled: t13,
status_unlinked: u13,
status_unsaved: v13,
status_waitingForMicrosoft: w13,
status_willShare: x13,
technical_code: y13,
technical_label: z13,
technical_reference: a14,
tone_done: b14,
tone_failed: c14,
why_justAsked: d14,
why_notReady: e14,
why_offline: f14,
why_permission: g14,
why_running: h14,
why_syncOff: i14,
why_unsaved: j14,
yes: k14,
};
