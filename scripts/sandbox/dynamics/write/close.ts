import { CODES, DataverseError, payloadError, queryError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import type { Row } from '../store/values.ts';
import { referenceOf } from '../store/values.ts';
import { createRow } from './create.ts';
import { readPayload } from './payload.ts';
import type { Session } from './session.ts';
import { updateRow } from './update.ts';

const CLOSED = { WinOpportunity: { state: 1, reason: 3 }, LoseOpportunity: { state: 2, reason: 4 } } as const;
export type CloseAction = keyof typeof CLOSED;

export function isCloseAction(name: string): name is CloseAction {
  return name in CLOSED;
}

/**
 * The unbound actions WinOpportunity and LoseOpportunity (dynamics-toolchain.md §8): `{Status, OpportunityClose}`; Status -1 takes the
 * standard reason. Records the OpportunityClose activity and closes the opportunity.
 * @throws DataverseError (400, 403, 404)
 */
export function closeOpportunity(session: Session, action: CloseAction, body: unknown): void {
  const { OpportunityClose: close, Status: status } = parameters(action, body);
  const { state, reason } = CLOSED[action];
  const activities = tableNamed(session, 'opportunityclose');
  const opportunities = tableNamed(session, 'opportunity');
  const values = readPayload(session.schema, session.store, activities, close, 'create');
  const activity = createRow(session, activities, values);
  const opportunity = opportunityOf(session, activity);
  if (opportunity.values.statecode !== 0) {
    throw new DataverseError(400, CODES.closedOpportunity, `The opportunity ${opportunity.id} is already closed.`);
  }
  const revenue = values.actualrevenue;
  updateRow(session, opportunities, opportunity, {
    statecode: state,
    statuscode: status === -1 ? reason : status,
    ...(typeof revenue === 'string' && { actualvalue: revenue }),
  });
}

function parameters(action: string, body: unknown): { OpportunityClose: object; Status: number } {
  const { OpportunityClose: close, Status: status, ...others } = (body ?? {}) as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw queryError(
      `The parameter '${unknown}' in the request payload is not a valid parameter for the operation '${action}'.`,
    );
  if (typeof close !== 'object' || close === null)
    throw payloadError(action, "The parameter 'OpportunityClose' is missing or no object.");
  if (typeof status !== 'number') throw payloadError(action, "The parameter 'Status' is missing or no Edm.Int32.");
  return { OpportunityClose: close, Status: status };
}

function opportunityOf({ store }: Session, activity: Row): Row {
  const reference = referenceOf(activity, 'opportunityid');
  const row = reference && store.get(reference.table, reference.id);
  if (!row) throw new DataverseError(400, CODES.missingColumn, 'opportunityid is missing on opportunityclose.');
  return row;
}

function tableNamed({ schema }: Session, name: string): Table {
  const table = schema.tables.get(name);
  if (!table) throw new Error(`The sandbox has no table ${name}.`);
  return table;
}
