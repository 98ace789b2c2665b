import { CODES, DataverseError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import type { Value, Values } from '../store/values.ts';

/**
 * Status and status reason belong together: the reason must be one of the state, a state alone brings its first reason.
 * @throws DataverseError (400) with the platform's words when they don't fit.
 */
export function settleState(table: Table, before: Values, changes: Values): Record<string, Value> {
  const reasons = table.columns.get('statuscode')?.options;
  if (!reasons) return {};
  const state = changes.statecode ?? before.statecode ?? 0;
  const stateChanged = changes.statecode !== undefined && changes.statecode !== before.statecode;
  const standard = reasons.find((reason) => reason.state === state)?.value ?? null;
  const reason = changes.statuscode ?? (stateChanged ? standard : (before.statuscode ?? standard));
  if (!reasons.some((option) => option.value === reason && option.state === state)) {
    throw new DataverseError(
      400,
      CODES.invalidStatus,
      `${JSON.stringify(reason)} is not a valid status code for state code ${table.label}State.${labelOf(table, state)} on ${table.name}.`,
    );
  }
  return { statecode: state, statuscode: reason };
}

function labelOf(table: Table, state: Value): string {
  return (
    table.columns.get('statecode')?.options?.find((option) => option.value === state)?.label ??
    String(JSON.stringify(state))
  );
}
