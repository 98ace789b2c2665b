import { EDITABLE_FIELDS, type ClientProblem, type EditableField } from '../contract/index.ts';
import { kindOfStatus, kindWithoutAnswer, PortError, problem } from './port-error.ts';

/** Codes of User Interface API and GraphQL that say more than the HTTP status. */
const KINDS: Readonly<Record<string, ClientProblem['kind']>> = {
  INSUFFICIENT_ACCESS: 'no-permission',
  INSUFFICIENT_ACCESS_OR_READONLY: 'no-permission',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'no-permission',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'no-permission',
  NOT_FOUND: 'no-permission',
  ENTITY_IS_DELETED: 'no-permission',
  ENTITY_IS_LOCKED: 'record-locked',
  UNABLE_TO_LOCK_ROW: 'record-locked',
  CONFLICT: 'conflict',
  PRECONDITION_FAILED: 'conflict',
  INVALID_SESSION_ID: 'signed-out',
  REQUEST_LIMIT_EXCEEDED: 'throttled',
  SERVER_UNAVAILABLE: 'throttled',
};

interface PlatformError {
  readonly code: string | null;
  readonly message: string | null;
  readonly fieldName: string | null;
}

/**
 * Sorts what Lightning Data Service rejects with: `{ status, body }`, where `body` is an array for reads and an object, often with
 * `output.errors` and `output.fieldErrors`, for writes (https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html), or the
 * `errors` of `lightning/graphql`. `fields` are the API names of the editable fields, to find the one that was refused.
 */
export function fromSalesforce(thrown: unknown, fields: Readonly<Record<EditableField, string>>): PortError {
  if (thrown instanceof PortError) return thrown;
  const { status, body } = objectOf(thrown);
  const errors = errorsIn(Array.isArray(thrown) ? thrown : (body ?? thrown));
  const told = errors.find((error) => error.code !== null && error.code in KINDS) ?? errors[0];
  const known = told?.code == null ? undefined : KINDS[told.code];
  const hasAnswer = typeof status === 'number' && status > 0;
  const kind = known ?? (hasAnswer ? kindOfStatus(status) : kindWithoutAnswer(told?.message ?? ''));
  const texts = errors.map(({ code, message }) => [code, message].filter((part) => part !== null).join(': '));
  const fieldName = errors.find((error) => error.fieldName !== null)?.fieldName;
  return new PortError({
    ...problem(kind, texts.filter((text) => text !== '').join(' | ')),
    field: EDITABLE_FIELDS.find((field) => fields[field] === fieldName) ?? null,
  });
}

/** The most telling first: field errors, then record errors, then the outer one. */
function errorsIn(body: unknown): readonly PlatformError[] {
  if (Array.isArray(body)) return body.map(errorOf);
  const { output } = objectOf(body);
  const { fieldErrors, errors } = objectOf(output);
  const ofFields = Object.entries(objectOf(fieldErrors)).flatMap(([fieldName, list]) =>
    Array.isArray(list) ? list.map((error) => ({ ...errorOf(error), fieldName })) : [],
  );
  const inner = [...ofFields, ...(Array.isArray(errors) ? errors.map(errorOf) : [])];
  return inner.length > 0 ? inner : [errorOf(body)];
}

function errorOf(error: unknown): PlatformError {
  const { errorCode, message, field } = objectOf(error);
  return { code: textOf(errorCode), message: textOf(message), fieldName: textOf(field) };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
