/**
 * What the public documentation does not settle. Each of these is our reading of the source named with it; where the real
 * service turns out to differ, this is the one place to change.
 */

/** Microsoft as an organisation. `msft` is documented as target id and as organizationId; the name is inferred. */
export const MICROSOFT = { id: 'msft', name: 'Microsoft' } as const;

/** The partner of the sandbox. Any fixed id does. */
export const PARTNER = { id: '2f6a1c58-3b0e-4f6d-9d5e-8a7c41d0b6e2', name: 'Northwind Cloud Partners' } as const;

/**
 * What a partner's own deal becomes at once, whatever status was sent: Active/Accepted, as in the published create answer
 * (referrals §9.7, samples/create-shared-response.json).
 */
export const OWN_DEAL_STARTS_AS = { status: 'Active', substatus: 'Accepted' } as const;

/** Microsoft's related referral waits for Microsoft: New/Pending. Inferred from the substatus names (Received is the receiver's view). */
export const ASKED_OF_MICROSOFT_STARTS_AS = { status: 'New', substatus: 'Pending' } as const;

/** What Microsoft sends waits for the partner: New/Received (referrals §6, §10). */
export const SENT_BY_MICROSOFT_STARTS_AS = { status: 'New', substatus: 'Received' } as const;

/** Documented: an unanswered New referral becomes Closed/Expired after 14 days (referrals §6). We apply it to both directions. */
export const ANSWER_WITHIN_MS = 14 * 24 * 60 * 60 * 1000;

/** `POST` answers 200 as in the official connector's swagger; newer pages also list 201 (referrals §4). */
export const CREATED_STATUS = 200;

/** `PUT` without If-Match: the swagger marks the header required and lists only 400 for bad input (referrals §4). */
export const MISSING_IF_MATCH_STATUS = 400;

/** A change to a closed referral: "no change at all is possible" (referrals §6); the status code is inferred. */
export const CLOSED_REFERRAL_STATUS = 400;

/** Largest values. UI limits: 50 solutions, 50 team members (referrals §5). Text and body limits are inferred, and generous. */
export const LIMITS = {
  solutions: 50,
  team: 50,
  name: 512,
  notes: 32_000,
  text: 2_000,
  bodyBytes: 1024 * 1024,
} as const;

/** Default page of a list; the real maximum is not published (referrals §4.3). `$top` counts over all pages, as OData says. */
export const DEFAULT_PAGE_SIZE = 100;

/** `$top=200` was seen to work live (referrals §4.3); larger ones are not known to. */
export const LARGEST_PAGE = 200;

export const ODATA_CONTEXT = 'http://api.partner.microsoft.com/v1.0/$metadata#Referrals';

/** Base of `links.*.uri`, with the misspelling of the published samples (referrals §9.2). */
export const LINKS_BASE = 'https://api.partner.microsoft.com/v1.0/engagments/referrals';

/** Base of a webhook's ResourceUri: another host and another path order than the API (webhooks §3). */
export const RESOURCE_URI_BASE = 'https://api.partnercenter.microsoft.com/engagements/v1/referrals';

/** Microsoft's own opportunity number that comes with its acceptance (`trackingInfo.microsoftMsxId`). The form is invented. */
export const MSX_ID_PREFIX = '7-SBX';
