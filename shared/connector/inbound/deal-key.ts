const PREFIX = 'referral:';

/** The key of a deal that has no opportunity yet, in the queue of its CRM. No CRM has ids of this form. */
export function dealKey(referralId: string): string {
  return `${PREFIX}${referralId}`;
}

/** `null` for the id of an opportunity. */
export function referralOfKey(key: string): string | null {
  return key.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
}
