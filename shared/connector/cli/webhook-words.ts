import type { RegistrationState, RestoreOutcome } from '../webhooks/registration.ts';
import { OUR_EVENTS } from '../webhooks/registration.ts';
import { whoseWebhook } from '../webhooks/whose.ts';
import { SIGNS } from './signs.ts';

/** What came of the test event; a failure does not undo the registration. */
export interface Tried {
  readonly delivered: boolean;
  /** The last answer that Partner Center got, such as `OK` or `Unauthorized`; `null` without a result. */
  readonly response: string | null;
  /** Why it could not even be sent. */
  readonly problem: string | null;
}

/** The registration as lines, and under them what is in order or to be done. */
export function describeState(state: RegistrationState, publicUrl: string | null): string {
  const { registered, former, offered } = state;
  const lines = [
    `Registered now   ${registered?.webhookUrl ?? 'nothing'}`,
    ...(registered ? [`Events           ${registered.webhookEvents.join(', ')}`] : []),
    `This connector   ${publicUrl ?? 'partnerCenter.webhooks.publicUrl is not set'}`,
    `Events offered   ${offered.join(', ')}`,
    ...(former ? [`Replaced by us   ${former.registration?.webhookUrl ?? 'nothing'} on ${former.replacedAt}`] : []),
  ];
  return [...lines, judgement(state)].join('\n');
}

function judgement(state: RegistrationState): string {
  const { registered, isOurs, missing, offered } = state;
  const unknown = OUR_EVENTS.filter((event) => !offered.includes(event));
  if (unknown.length > 0) return `${SIGNS.warning} Partner Center does not offer ${unknown.join(', ')}.`;
  if (isOurs && missing.length === 0) return `${SIGNS.ok} It is this connector, with all the events it needs.`;
  const cure = '\n    Until then, changes in Partner Center are found by reconcile only.';
  if (isOurs) {
    return `${SIGNS.warning} It is this connector, but without ${missing.join(', ')}. Run "npx cosell webhook register".${cure}`;
  }
  if (!registered) return `${SIGNS.warning} Run "npx cosell webhook register".${cure}`;
  return `${SIGNS.warning} It belongs to ${whoseWebhook(registered.webhookUrl)}.\n    "npx cosell webhook register --overwrite" takes its place.${cure}`;
}

/** Why nothing was registered, and what overwriting would break. */
export function occupied({ registered }: RegistrationState): string {
  const { webhookUrl = '', webhookEvents = [] } = registered ?? {};
  return `${SIGNS.error} Nothing was changed: another webhook is registered, and a tenant has only one.
    Address: ${webhookUrl}
    It belongs to ${whoseWebhook(webhookUrl)}.
    If you take its place, it is no longer told of: ${webhookEvents.join(', ')}.
    Ask whoever runs it. Then say --overwrite; "npx cosell webhook restore" puts it back.`;
}

/** Why nothing was put back. */
export function refusedRestore(outcome: RestoreOutcome, { registered, isOurs }: RegistrationState): string {
  if (outcome === 'occupied') {
    const whose = whoseWebhook(registered?.webhookUrl ?? '');
    return `${SIGNS.error} Nothing was changed: what is registered now belongs to ${whose}, not to this connector.
    Say --overwrite to put back what was registered before all the same.`;
  }
  const stays = isOurs
    ? '\n    Partner Center has no way to remove a registration; ours stays until another takes its place.'
    : '';
  return `${SIGNS.warning} There is nothing to put back: nothing was registered before this connector.${stays}`;
}

const CURES: Readonly<Record<string, string>> = {
  Unauthorized: 'The connector refused the signature: its log says why ("Refused a webhook call").',
  BadRequest: 'The connector could not take the event in: its log says why ("Refused a webhook call").',
  NotFound: 'The address is wrong, or something before the connector does not pass it on.',
  ServiceUnavailable: 'Is the connector running, and can it be reached from the internet?',
};

/** What came of the test event. */
export function validationWords({ delivered, response, problem }: Tried): string {
  if (delivered) return `${SIGNS.ok} Partner Center sent a test event, and the connector took it in.`;
  if (problem !== null) return `${SIGNS.warning} The test event could not be sent: ${problem}`;
  if (response === null) {
    return `${SIGNS.warning} There was no result of the test event in time. Is the connector running, and can it be reached from the internet?`;
  }
  return `${SIGNS.error} The test event did not arrive: the answer was ${response}.\n    ${CURES[response] ?? 'Look at the log of the connector and of what stands before it.'}`;
}
