import { type Html, html } from '../../kit/index.ts';
import { findSolution } from '../catalogue.ts';
import { MICROSOFT } from '../conventions.ts';
import type { Caller } from '../caller.ts';
import type { StoredReferral } from '../record.ts';
import type { ReferralContent } from '../schema.ts';
import type { ReferralService } from '../service.ts';
import { updateReferral } from '../update.ts';
import { type SentForm, hidden, many, one, solutionsField, textArea, textField } from './form.ts';
import { MICROSOFT_PERSON, PARTNER_PERSON } from './portal.ts';
import { membersOf, peopleLines, teamField } from './team-field.ts';

/** Edits as the owner; what Microsoft sent stays Microsoft's to edit until the partner has answered. */
function editorOf(referral: StoredReferral): Caller {
  const isMicrosofts =
    referral.organizationId === MICROSOFT.id || (referral.direction === 'Incoming' && referral.status === 'New');
  return isMicrosofts ? MICROSOFT_PERSON : PARTNER_PERSON;
}

/** Name, value, date, notes, sales team and solutions; nothing for a closed referral. `sent` keeps what was typed when it failed. */
export function editForm(referral: StoredReferral, sent: SentForm | undefined): Html {
  if (referral.status === 'Closed') return html``;
  const typed = (name: string, stored: string) => (sent?.[name] === undefined ? stored : one(sent, name));
  const { details } = referral;
  const chosen =
    sent?.dealValue === undefined ? details.requirements.solutions.map(({ id }) => id) : many(sent, 'solutions');
  const who = editorOf(referral).organization === 'microsoft' ? 'Microsoft' : 'the partner';
  return html`<section class="card" aria-labelledby="edit">
    <h2 id="edit">Edit as ${who}</h2>
    <form method="post" action="/referrals/v2/inbox/edit">
      ${hidden('id', referral.id)}${hidden('eTag', referral.eTag)}
      ${textField('edit', { name: 'name', label: 'Name', value: typed('name', referral.name ?? '') })}
      ${textField('edit', { name: 'dealValue', label: 'Value', hint: details.currency, value: typed('dealValue', String(details.dealValue)) })}
      ${textField('edit', { name: 'closingDate', label: 'Closing date', type: 'date', value: typed('closingDate', details.closingDateTime.slice(0, 10)) })}
      ${textArea('edit', { name: 'notes', label: 'Notes', value: typed('notes', details.notes ?? '') })}
      ${teamField('edit', typed('team', peopleLines(referral.team)))} ${solutionsField('edit', chosen)}
      <button>Save</button>
    </form>
  </section>`;
}

/**
 * Saves the form.
 * @throws ServiceError as the API does.
 */
export function applyEdit(service: ReferralService, form: SentForm): StoredReferral {
  const current = service.store.get(one(form, 'id').toLowerCase())?.referral;
  return updateReferral(service, current ? editorOf(current) : PARTNER_PERSON, {
    id: one(form, 'id'),
    ifMatch: one(form, 'eTag'),
    change: (before) => edited(before, form),
  });
}

function edited(before: StoredReferral, form: SentForm): object {
  const { details } = before;
  const date = one(form, 'closingDate');
  return {
    ...before,
    name: one(form, 'name'),
    ...(form.team !== undefined && { team: membersOf(one(form, 'team'), before.team) }),
    details: {
      ...details,
      dealValue: one(form, 'dealValue'),
      closingDateTime: date === details.closingDateTime.slice(0, 10) ? details.closingDateTime : `${date}T00:00:00Z`,
      notes: one(form, 'notes').replaceAll('\r\n', '\n'),
      requirements: {
        ...details.requirements,
        solutions: chosenSolutions(many(form, 'solutions'), details.requirements.solutions),
      },
    },
  };
}

type Solutions = ReferralContent['details']['requirements']['solutions'];

/** Ticked ids as a referral names them; what it already says about a solution stays. */
export function chosenSolutions(ids: readonly string[], known: Solutions): Solutions {
  return ids.map((id) => {
    const kept = known.find((solution) => solution.id.toLowerCase() === id.toLowerCase());
    if (kept) return kept;
    const { name, type, publisherName, solutionType } = findSolution(id) ?? {};
    return { id, name, type, publisherName, solutionType };
  });
}
