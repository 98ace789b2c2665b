import type { AuditEntry, AuditKind } from '../../core/audit/types.ts';
import { errorSentence } from './errors.ts';
import { answerText, fieldLabel, helpText, isMissingCode, missingLabel } from './labels.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

type Say = (telling: Telling, entry: AuditEntry) => string;

/** Which way the changed values went. */
function cameFromMicrosoft({ changes }: AuditEntry): boolean {
  return changes[0]?.direction === 'to-crm';
}

const refused: Say = ({ text }, { errorCode }) =>
  text(errorCode === 'sharing-cannot-go-down' ? 'history_refused_sharing' : 'history_refused_createOnly');

const wentWrong: Say = (telling, { errorCode, sentence }) => errorSentence(telling, errorCode, sentence);

const plain =
  (key: string): Say =>
  ({ text }) =>
    text(`history_${key}`);

const NO_CURRENCY = 'no-currency:';

/** Where the deal came from, and what was found in the CRM for it and what was made, so that people can check it. */
function receivedSentence({ sentences, text }: Telling, told: readonly string[]): string {
  const count = (word: string) => told.filter((each) => each === word).length;
  const [found, made] = [count('contact-found'), count('contact-made')];
  const currency = told.find((word) => word.startsWith(NO_CURRENCY))?.slice(NO_CURRENCY.length);
  const account = told.find((word) => word.startsWith('account-'));
  return sentences(
    text(told.includes('taken-over') ? 'history_takenOver' : 'history_received'),
    account === undefined ? '' : text(`history_${keyPart(account)}`),
    found + made === 0 ? '' : text('history_contacts', found, made),
    currency === undefined ? '' : text('history_noCurrency', currency),
  );
}

/** What each kind of entry says; an entry without its `detail` keeps the connector's own words. */
const SENTENCES = {
  received: (telling, { detail = '' }) => receivedSentence(telling, detail.split(',')),
  'referral-created': ({ text }, { detail, sentence }) =>
    detail === undefined ? sentence : text(`history_created_${keyPart(detail)}`),
  'microsoft-invited': (telling, { detail, sentence }) =>
    detail === undefined ? sentence : telling.text('history_invited', helpText(telling, detail)),
  'microsoft-answered': (telling, { detail, sentence }) =>
    detail === undefined ? sentence : telling.text('history_microsoftAnswered', answerText(telling, detail)),
  updated: ({ text }, entry) => {
    const agreed = entry.detail === 'agreed';
    return text(`history_${agreed ? 'agreed' : cameFromMicrosoft(entry) ? 'received_changes' : 'sent'}`);
  },
  closed: ({ text }, { detail, sentence, ok }) => {
    const end = detail === undefined ? null : text(`phase_${keyPart(detail)}`);
    return end === null ? sentence : text(ok === true ? 'history_closed_here' : 'history_closed', end);
  },
  'sharing-raised': plain('sharingRaised'),
  conflict: (telling, entry) => {
    const { text, show } = telling;
    if (entry.ok === true) {
      return text(cameFromMicrosoft(entry) ? 'history_conflict_microsofts' : 'history_conflict_ours');
    }
    const labels = (entry.detail ?? '').split(',').map((field) => fieldLabel(telling, field));
    return entry.detail === undefined ? entry.sentence : text('history_conflict_open', show.list(labels));
  },
  'not-ready': (telling, { detail = '', sentence }) => {
    const labels = detail
      .split(',')
      .filter(isMissingCode)
      .map((code) => missingLabel(telling, code));
    const list = telling.show.list([...new Set(labels)]);
    return list === '' ? sentence : telling.text('history_notReady', list);
  },
  'ignored-closed': plain('ignoredClosed'),
  paused: plain('paused'),
  resumed: plain('resumed'),
  unlinked: plain('unlinked'),
  refused,
  retrying: (telling, entry) => telling.sentences(wentWrong(telling, entry), telling.text('history_retrying')),
  failed: wentWrong,
  answered: ({ text }, { detail, sentence }) =>
    detail === 'accepted' || detail === 'declined' ? text(`history_${detail}`) : sentence,
} satisfies Record<AuditKind, Say>;

/** What happened, in one sentence. A kind that a later connector writes keeps that connector's words. */
export function entrySentence(telling: Telling, entry: AuditEntry): string {
  const say: Say | undefined = SENTENCES[entry.kind];
  return say === undefined ? entry.sentence : say(telling, entry);
}
