interface Consequence {
  /** Whose move it is. */
  readonly who: 'seller' | 'admin' | 'nobody';
  /** Whether the connector tries again by itself. */
  readonly retry: boolean;
}

const SELLER: Consequence = { who: 'seller', retry: false };
const ADMIN: Consequence = { who: 'admin', retry: false };
/** The connector tries meanwhile, so that nobody has to come back when the administrator is done. */
const ADMIN_MEANWHILE: Consequence = { who: 'admin', retry: true };
const CONNECTOR: Consequence = { who: 'nobody', retry: true };

/**
 * Every error the product can report, by stable code. Codes are written to the audit, the request row and the log;
 * they are never renamed.
 */
export const ERROR_CODES = {
  'config-invalid': ADMIN,
  'mapping-invalid': ADMIN,
  'value-invalid': SELLER,
  'not-ready': SELLER,
  'not-permitted': SELLER,
  'referral-closed': SELLER,
  'sharing-cannot-go-down': SELLER,
  'opportunity-not-found': SELLER,
  'referral-not-found': SELLER,
  'partner-center-rejected': SELLER,
  'partner-center-sign-in': ADMIN_MEANWHILE,
  'partner-center-mfa-required': ADMIN_MEANWHILE,
  'partner-center-forbidden': ADMIN_MEANWHILE,
  'partner-center-conflict': CONNECTOR,
  'partner-center-throttled': CONNECTOR,
  'partner-center-unavailable': CONNECTOR,
  'crm-rejected': SELLER,
  'crm-record-locked': CONNECTOR,
  'crm-sign-in': ADMIN_MEANWHILE,
  'crm-forbidden': ADMIN_MEANWHILE,
  'crm-conflict': CONNECTOR,
  'crm-throttled': CONNECTOR,
  'crm-unavailable': CONNECTOR,
  internal: ADMIN_MEANWHILE,
} as const satisfies Record<string, Consequence>;

export type ErrorCode = keyof typeof ERROR_CODES;
