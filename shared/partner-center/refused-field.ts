/** A property that Partner Center refused, in words a seller knows. */
export interface RefusedField {
  /** JSON pointer into the referral, as the mapping table spells it: the mapping knows the CRM field behind it. */
  readonly pointer: string;
  readonly label: string;
}

/** First match wins, so the narrow names stand before the wide ones. */
const KNOWN: readonly (readonly [pattern: RegExp, pointer: string, label: string])[] = [
  [/consent/, '/consent/consentToShareReferralWithMicrosoftSellers', 'the consent to share with Microsoft'],
  [/solution|^(referral\.)?target/, '/details/requirements/solutions', 'the solutions (products)'],
  [/country/, '/customerProfile/address/country', "the customer's country"],
  [/addressline1/, '/customerProfile/address/addressLine1', "the customer's street"],
  [/postalcode/, '/customerProfile/address/postalCode', "the customer's postal code"],
  [/\bcity\b/, '/customerProfile/address/city', "the customer's city"],
  [/\bstate\b/, '/customerProfile/address/state', "the customer's state"],
  [/customerprofile\.team|contact/, '/customerProfile/team', 'the customer contact'],
  [/customerprofile\.name|customername/, '/customerProfile/name', "the customer's name"],
  [/customerprofile|address/, '/customerProfile/address/addressLine1', "the customer's address"],
  [/currency/, '/details/currency', 'the currency'],
  [/dealvalue|\bvalue$/, '/details/dealValue', 'the deal value'],
  [/closingdate|closedate/, '/details/closingDateTime', 'the close date'],
  [/assistancerequestcode|invitecontext/, '/inviteContext/assistanceRequestCode', 'how Microsoft can help'],
  [/notes/, '/details/notes', 'the notes'],
  [/\bteam\b|member/, '/team', 'the sales team'],
  [/substatus|status/, '/status', 'the stage of the deal'],
  [/^(referral\.)?name$/, '/name', 'the name of the deal'],
];

/** The field behind the `target` of an error, deepest target first; `null` when none is known. */
export function refusedField(targets: readonly string[]): RefusedField | null {
  for (const target of [...targets].reverse()) {
    // `/Details/Currency`, `details.currency` and `team[0].email` are all spelled alike then.
    const name = target
      .toLowerCase()
      .replace(/\[?\d+\]?/g, '')
      .split(/[/.]+/)
      .filter(Boolean)
      .join('.');
    const known = KNOWN.find(([pattern]) => pattern.test(name));
    if (known) return { pointer: known[1], label: known[2] };
  }
  return null;
}
