import { type Html, html } from '../../kit/index.ts';
import { MICROSOFT, MSX_ID_PREFIX } from '../conventions.ts';
import type { StoredReferral } from '../record.ts';
import type { ReferralService } from '../service.ts';
import { badRequest } from '../service-error.ts';
import { updateReferral } from '../update.ts';
import { type SentForm, hidden, one, select, textField } from './form.ts';
import { MICROSOFT_PERSON, PARTNER_PERSON } from './portal.ts';

const REASONS = [
  "Project budget isn't adequate",
  "Customer didn't respond",
  'Customer chose another vendor',
  'Customer requirement not met',
  'Not a customer',
  'Proposed time line was too short',
  'Report as abuse, spam, or phishing',
  'Others',
].map((reason) => ({ value: reason, label: reason }));

/** What each button does to the referral. */
const ANSWERS = {
  accept: { status: 'Active', substatus: 'Accepted' },
  decline: { status: 'Closed', substatus: 'Declined' },
  won: { status: 'Closed', substatus: 'Won' },
  lost: { status: 'Closed', substatus: 'Lost' },
} as const;
type Answer = keyof typeof ANSWERS;

/** The buttons that fit where the referral stands: accept and decline while it is new, won and lost while it is active. */
export function answerForms(referral: StoredReferral): Html {
  const isMicrosofts = referral.organizationId === MICROSOFT.id;
  if (referral.status === 'Closed') return html``;
  const who = isMicrosofts ? 'Microsoft' : 'the partner';
  const [yes, no]: readonly [Answer, Answer] = referral.status === 'New' ? ['accept', 'decline'] : ['won', 'lost'];
  const labels: Readonly<Record<Answer, string>> = {
    accept: 'Accept',
    decline: 'Decline',
    won: 'Close as won',
    lost: 'Close as lost',
  };
  return html`<section class="card" aria-labelledby="answer">
    <h2 id="answer">${referral.status === 'New' ? 'Answer' : 'Close'} as ${who}</h2>
    <div class="columns">
      <form method="post" action="/referrals/v2/inbox/answer">
        ${common(referral, yes)}
        ${yes === 'accept' && isMicrosofts && textField('accept', { name: 'msxId', label: 'Microsoft CRM Identifier', value: `${MSX_ID_PREFIX}${referral.id.slice(0, 6).toUpperCase()}` })}
        <button>${labels[yes]}</button>
      </form>
      <form method="post" action="/referrals/v2/inbox/answer">
        ${common(referral, no)} ${select(no, { name: 'reason', label: 'Reason' }, REASONS)}
        <button class="plain">${labels[no]}</button>
      </form>
    </div>
  </section>`;
}

function common({ id, eTag }: StoredReferral, answer: Answer): Html {
  return html`${hidden('id', id)}${hidden('eTag', eTag)}${hidden('answer', answer)}`;
}

/**
 * Does what one of the buttons says, as the referral's owner.
 * @throws ServiceError as the API does.
 */
export function applyAnswer(service: ReferralService, form: SentForm): StoredReferral {
  const owner = service.store.get(one(form, 'id').toLowerCase())?.referral.organizationId;
  return updateReferral(service, owner === MICROSOFT.id ? MICROSOFT_PERSON : PARTNER_PERSON, {
    id: one(form, 'id'),
    ifMatch: one(form, 'eTag'),
    change: (current) => answered(current, form),
  });
}

function answered(current: StoredReferral, form: SentForm): object {
  const answer = one(form, 'answer');
  if (!isAnswer(answer)) throw badRequest('answer', 'invalidAnswer', 'The form carries no known answer.');
  return {
    ...current,
    ...ANSWERS[answer],
    ...(one(form, 'reason') !== '' && { statusReason: one(form, 'reason') }),
    ...(one(form, 'msxId') !== '' && { trackingInfo: { ...current.trackingInfo, microsoftMsxId: one(form, 'msxId') } }),
  };
}

const isAnswer = (text: string): text is Answer => Object.hasOwn(ANSWERS, text);
