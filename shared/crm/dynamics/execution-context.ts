import { z } from 'zod';
import { CosellError } from '../../core/errors/index.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { IsoInstant } from '../../core/model/index.ts';
import type { ChangeHint } from '../port.ts';
import { WRITE_TAG } from './write-units.ts';

const pair = z.looseObject({ key: z.string(), value: z.unknown() });
const pairs = z.array(pair).nullish();

const operationSchema = z.looseObject({
  MessageName: z.string().nullish(),
  PrimaryEntityName: z.string().nullish(),
  PrimaryEntityId: z.string().nullish(),
  OperationCreatedOn: z.string().nullish(),
  Depth: z.number().nullish(),
  SharedVariables: pairs,
  /** These three are left out of messages above 256 KB. */
  InputParameters: pairs,
  PreEntityImages: pairs,
  get ParentContext() {
    return operationSchema.nullish();
  },
});
const contextSchema = operationSchema.extend({
  MessageName: z.string(),
  PrimaryEntityName: z.string(),
  PrimaryEntityId: z.guid().toLowerCase(),
});
type Operation = z.infer<typeof operationSchema>;

const rowSchema = z.looseObject({ Attributes: z.array(pair) });
const referenceSchema = z.looseObject({ Id: z.guid().toLowerCase(), LogicalName: z.literal('opportunity') });

/** What an update always names, whoever made it and whatever it changed. */
const PLATFORM_COLUMNS = new Set([
  'opportunityid',
  'modifiedon',
  'modifiedby',
  'modifiedonbehalfby',
  'modifiedbyexternalparty',
  'versionnumber',
]);

const OBJECTS: Readonly<Record<string, ChangeHint['object']>> = {
  opportunity: 'opportunity',
  account: 'account',
  contact: 'contact',
  connection: 'contact-role',
  cosell_request: 'request',
};

/** The lookups of a child row that may name its opportunity; a connection can be made from either end. */
const OPPORTUNITY_LOOKUPS: Readonly<Record<string, readonly string[]>> = {
  connection: ['record1id', 'record2id'],
  cosell_request: ['cosell_opportunityid'],
};

/** Columns of the opportunity that only the connector fills: their change is no news. */
export function ownedColumns(fields: SectionFieldNames): readonly string[] {
  const { referralId, referralLink, audit, status, microsoftCrmId, lastSync, direction, details } = fields;
  return [referralId, referralLink, audit, status, microsoftCrmId, lastSync, direction, details];
}

/**
 * What the body of a Dataverse webhook tells: nothing (`[]`) when it is our own write, changes only owned columns, is about
 * another table, or is a new account or contact, which no opportunity has yet; else one hint. Values in it are not looked at,
 * except for ids.
 * learn.microsoft.com/power-apps/developer/data-platform/use-webhooks
 * @param body parsed JSON of a RemoteExecutionContext
 * @param owned see `ownedColumns`
 * @throws CosellError `value-invalid` when it is no RemoteExecutionContext
 */
export function changeHintsFromExecutionContext(body: unknown, owned: readonly string[]): ChangeHint[] {
  const parsed = contextSchema.safeParse(body);
  if (!parsed.success) {
    throw new CosellError('value-invalid', {
      message: `The message is not an execution context of Dataverse: ${z.prettifyError(parsed.error)}`,
      cure: 'Let only the webhook steps of the co-sell solution post to this address.',
    });
  }
  const context = parsed.data;
  const object = OBJECTS[context.PrimaryEntityName];
  if (object === undefined || isOurs(context)) return [];
  const target = valueOf(context.InputParameters, 'Target');
  if (object === 'opportunity' && context.MessageName === 'Update' && changesOnly(target, owned)) return [];
  if (object === 'request' && context.MessageName === 'Delete') return [];
  if (context.MessageName === 'Create' && (object === 'account' || object === 'contact')) return [];
  const id = context.PrimaryEntityId;
  return [
    {
      object,
      id,
      opportunityId: object === 'opportunity' ? id : opportunityIdOf(context),
      changedAt: changedAtOf(context, target),
    },
  ];
}

/**
 * The tag travels in the shared variables of the operation itself, or of its main stage (the parent context with the same
 * message, row and depth); a plug-in's follow-up change, one level deeper, is not ours.
 */
function isOurs(context: Operation): boolean {
  if (valueOf(context.SharedVariables, 'tag') === WRITE_TAG) return true;
  const parent = context.ParentContext;
  const sameOperation =
    parent?.MessageName === context.MessageName &&
    parent?.PrimaryEntityId === context.PrimaryEntityId &&
    parent?.Depth === context.Depth;
  return parent ? sameOperation && isOurs(parent) : false;
}

/** A target that was left out (message too large) may have changed anything. */
function changesOnly(target: unknown, owned: readonly string[]): boolean {
  const columns = attributesOf(target).map(({ key }) => key);
  return columns.length > 0 && columns.every((column) => PLATFORM_COLUMNS.has(column) || owned.includes(column));
}

function opportunityIdOf({ PrimaryEntityName, InputParameters, PreEntityImages }: Operation): string | null {
  const rows = [valueOf(InputParameters, 'Target'), ...(PreEntityImages ?? []).map(({ value }) => value)];
  for (const lookup of OPPORTUNITY_LOOKUPS[PrimaryEntityName ?? ''] ?? []) {
    for (const row of rows) {
      const reference = referenceSchema.safeParse(valueOf(attributesOf(row), lookup));
      if (reference.success) return reference.data.Id;
    }
  }
  return null;
}

function changedAtOf(context: Operation, target: unknown): IsoInstant {
  const modified = valueOf(attributesOf(target), 'modifiedon');
  const millis = millisOf(modified) ?? millisOf(context.OperationCreatedOn);
  if (millis !== null) return new Date(millis).toISOString();
  throw new CosellError('value-invalid', {
    message: 'The message does not say when the change was made.',
    cure: 'Let only the webhook steps of the co-sell solution post to this address.',
  });
}

/** `/Date(1506384247000)/`, also with an offset, which only says where the clock hung: the number is UTC. */
function millisOf(value: unknown): number | null {
  const digits = typeof value === 'string' ? /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(value)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

function attributesOf(row: unknown): z.infer<typeof pair>[] {
  const parsed = rowSchema.safeParse(row);
  return parsed.success ? parsed.data.Attributes : [];
}

function valueOf(list: z.infer<typeof pairs>, key: string): unknown {
  return list?.find((entry) => entry.key === key)?.value;
}
