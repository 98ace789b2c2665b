/**
 * Every error the product can report, by stable code. Codes are written to the audit, the request row and the log;
 * they are never renamed. `who` says whose move it is; `retry` whether the connector tries again by itself.
 */
export const ERROR_CODES = {
  'config-invalid': { who: 'admin', retry: false },
  'mapping-invalid': { who: 'admin', retry: false },
  'value-invalid': { who: 'seller', retry: false },
  'not-ready': { who: 'seller', retry: false },
  'not-permitted': { who: 'seller', retry: false },
  'referral-closed': { who: 'seller', retry: false },
  'sharing-cannot-go-down': { who: 'seller', retry: false },
  'opportunity-not-found': { who: 'seller', retry: false },
  'referral-not-found': { who: 'seller', retry: false },
  'partner-center-rejected': { who: 'seller', retry: false },
  'partner-center-sign-in': { who: 'admin', retry: true },
  'partner-center-mfa-required': { who: 'admin', retry: true },
  'partner-center-forbidden': { who: 'admin', retry: true },
  'partner-center-conflict': { who: 'nobody', retry: true },
  'partner-center-throttled': { who: 'nobody', retry: true },
  'partner-center-unavailable': { who: 'nobody', retry: true },
  'crm-rejected': { who: 'seller', retry: false },
  'crm-record-locked': { who: 'nobody', retry: true },
  'crm-sign-in': { who: 'admin', retry: true },
  'crm-forbidden': { who: 'admin', retry: true },
  'crm-conflict': { who: 'nobody', retry: true },
  'crm-throttled': { who: 'nobody', retry: true },
  'crm-unavailable': { who: 'nobody', retry: true },
  internal: { who: 'admin', retry: true },
} as const satisfies Record<string, { who: 'seller' | 'admin' | 'nobody'; retry: boolean }>;

export type ErrorCode = keyof typeof ERROR_CODES;
