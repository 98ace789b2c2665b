import { getField, sameValue, withField, type FieldValue } from '../model/fields.ts';
import type { Deal, Link, Money, Person } from '../model/index.ts';
import { isRoundedForm } from '../model/money.ts';
import { personKey } from '../model/person.ts';

/**
 * The link after reading back what the last run wrote to the CRM. A field that came back rounded or cut is no edit: the base takes the
 * stored form. Anything else that came back is an edit made since, and stays visible as one.
 */
export function confirmBase(link: Link, crm: Deal): Link {
  const { unconfirmed, ...confirmed } = link;
  if (unconfirmed === undefined || link.base === null) return link;
  let base = link.base;
  for (const field of unconfirmed) {
    const stored = getField(crm, field);
    const written = getField(base.crm, field);
    if (field === 'team') base = { ...base, crm: { ...base.crm, team: asStored(base.crm.team, crm.team) } };
    else if (isStoredForm(field, stored, written)) base = { ...base, crm: withField(base.crm, field, stored) };
  }
  return { ...confirmed, base };
}

/** A user who joined is called what the CRM calls him. Who else came or went since is an edit. */
function asStored(written: readonly Person[], stored: readonly Person[]): readonly Person[] {
  const byKey = new Map(stored.map((person) => [personKey(person), person]));
  return written.map((person) => byKey.get(personKey(person)) ?? person);
}

/** Records of their own, which may have been there before with more or other fields than were written. */
const OWN_RECORDS: readonly string[] = ['customer', 'contacts'];

function isStoredForm(field: string, stored: FieldValue, written: FieldValue): boolean {
  if (OWN_RECORDS.includes(field)) return true;
  if (sameValue(field, stored, written)) return true;
  if (field === 'dealValue')
    return stored !== null && written !== null && isRoundedForm(stored as Money, written as Money);
  return typeof stored === 'string' && typeof written === 'string' && written.startsWith(stored);
}
