const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** The referral that a person names: its identifier, or a link of Partner Center that contains it. Lower case; `null` when there is none. */
export function namedReferral(text: string | null): string | null {
  return GUID.exec(text ?? '')?.[0].toLowerCase() ?? null;
}
