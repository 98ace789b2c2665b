import { choiceFromCrm, choiceToCrm, REQUEST_ACTIONS } from '../../core/mapping/choices.ts';
import type { CrmValue, RequestAction, SyncRequest } from '../../core/model/index.ts';
import type { RequestAnswer } from '../port.ts';
import type { Operation } from './batch-request.ts';
import { type Query, queryPath } from './query.ts';
import { type Row, optionalText, textOf } from './row.ts';
import { isoInstant } from './values.ts';

export const REQUEST_SET = 'cosell_requests';
export const QUEUED = `cosell_status eq ${String(choiceToCrm('dynamics', 'requestStatus', 'queued'))}`;

export const REQUEST_COLUMNS = [
  'cosell_opportunityid',
  'cosell_action',
  'cosell_reason',
  'cosell_status',
  'cosell_message',
  'cosell_errorcode',
  'cosell_completedat',
];

const MESSAGE_LENGTH = 2000;

/** A queued row before it is known what its maker may do. */
export type UncheckedRequest = Omit<SyncRequest, 'mayEdit'>;

/** Queued request rows, oldest first; `versionnumber` orders rows of the same second. */
export function queuedRequests(condition: string | null): Operation {
  const query: Query = {
    select: [
      'cosell_requestid',
      '_cosell_opportunityid_value',
      'cosell_action',
      'cosell_reason',
      '_createdby_value',
      'createdon',
    ],
    filter: condition === null ? QUEUED : `${condition} and ${QUEUED}`,
    orderBy: 'createdon asc,versionnumber asc',
  };
  return { method: 'GET', path: queryPath(REQUEST_SET, query) };
}

/** `null` when the row asks for something that this version does not know, or for no opportunity. */
export function requestOf(row: Row): UncheckedRequest | null {
  const action = choiceFromCrm('dynamics', 'requestAction', row.cosell_action as CrmValue);
  const opportunityId = optionalText(row, '_cosell_opportunityid_value');
  if (opportunityId === null || !isAction(action)) return null;
  return {
    id: textOf(row, 'cosell_requestid'),
    opportunityId,
    action,
    reason: optionalText(row, 'cosell_reason'),
    requestedBy: optionalText(row, '_createdby_value') ?? '',
    requestedAt: isoInstant(textOf(row, 'createdon')),
  };
}

/** @param now when a finished request is stamped as completed */
export function answerColumns(answer: RequestAnswer, now: string): Record<string, CrmValue> {
  return {
    cosell_status: choiceToCrm('dynamics', 'requestStatus', answer.status),
    cosell_message: answer.message.slice(0, MESSAGE_LENGTH),
    cosell_errorcode: answer.errorCode,
    ...(answer.status !== 'working' && { cosell_completedat: now }),
  };
}

function isAction(action: string | null): action is RequestAction {
  return (REQUEST_ACTIONS as readonly (string | null)[]).includes(action);
}
