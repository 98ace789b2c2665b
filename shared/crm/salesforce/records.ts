import type { CrmValue } from '../../core/model/index.ts';
import type { RequestAnswer } from '../port.ts';
import { REQUEST } from './settings.ts';
import { toSalesforce } from './values.ts';
import type { FieldDescription } from './wire.ts';

/** A record of `composite/sobjects`. */
export interface WriteRecord {
  readonly attributes: { readonly type: string };
  readonly Id: string;
  readonly [field: string]: unknown;
}

/** Lengths of our own text fields (objects/Partner_Center_Request__c). */
const MESSAGE_LENGTH = 2000;
const ERROR_CODE_LENGTH = 80;

/** @throws CosellError `value-invalid` when a number cannot be stored exactly */
export function opportunityBody(
  values: Readonly<Record<string, CrmValue>>,
  fields: ReadonlyMap<string, FieldDescription>,
): Readonly<Record<string, CrmValue>> {
  const converted = Object.entries(values).map(([field, value]): [string, CrmValue] => [
    field,
    toSalesforce(value, field, fields.get(field.toLowerCase())?.type ?? 'string'),
  ]);
  return Object.fromEntries(converted);
}

/** @throws CosellError `value-invalid` when a number cannot be stored exactly */
export function opportunityRecord(
  id: string,
  values: Readonly<Record<string, CrmValue>>,
  fields: ReadonlyMap<string, FieldDescription>,
): WriteRecord {
  return { ...opportunityBody(values, fields), attributes: { type: 'Opportunity' }, Id: id };
}

/** A request that is done or failed is over: it gets its time. */
export function answerRecord(
  { requestId, status, message, errorCode }: RequestAnswer,
  now: Date = new Date(),
): WriteRecord {
  return {
    attributes: { type: REQUEST.object },
    Id: requestId,
    [REQUEST.status]: status,
    [REQUEST.message]: cut(message, MESSAGE_LENGTH),
    [REQUEST.errorCode]: errorCode === null ? null : cut(errorCode, ERROR_CODE_LENGTH),
    ...(status !== 'working' && { [REQUEST.completedAt]: now.toISOString() }),
  };
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
