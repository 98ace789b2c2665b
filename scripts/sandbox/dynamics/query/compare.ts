import Big from 'big.js';
import { queryError } from '../errors.ts';
import type { Column, ColumnType } from '../schema/index.ts';
import type { Value } from '../store/values.ts';
import type { Literal, LiteralKind } from './literal.ts';

type Scalar = Exclude<Value, object>;

/** Literals that each type of column can be compared with. GUIDs may be quoted, as Dataverse allows. */
const COMPARABLE: Readonly<Record<ColumnType, readonly LiteralKind[]>> = {
  guid: ['guid', 'text'],
  lookup: ['guid', 'text'],
  string: ['text'],
  memo: ['text'],
  money: ['number'],
  decimal: ['number'],
  integer: ['number'],
  bigint: ['number'],
  choice: ['number'],
  state: ['number'],
  status: ['number'],
  boolean: ['boolean'],
  date: ['date', 'instant'],
  datetime: ['instant', 'date'],
};

const EDM: Partial<Record<ColumnType | LiteralKind, string>> = {
  guid: 'Edm.Guid',
  lookup: 'Edm.Guid',
  string: 'Edm.String',
  memo: 'Edm.String',
  text: 'Edm.String',
  money: 'Edm.Decimal',
  decimal: 'Edm.Decimal',
  boolean: 'Edm.Boolean',
  date: 'Edm.Date',
  datetime: 'Edm.DateTimeOffset',
  instant: 'Edm.DateTimeOffset',
};

/** @throws DataverseError (400) for operands that can't be compared. */
export function requireComparable({ type }: Column, kind: LiteralKind, operator: string): void {
  if (kind === 'null' || COMPARABLE[type].includes(kind)) return;
  const left = EDM[type] ?? 'Edm.Int32';
  const right = EDM[kind] ?? 'Edm.Int32';
  throw queryError(
    `A binary operator with incompatible types was detected. Found operand types '${left}' and '${right}' for operator kind '${operator}'.`,
  );
}

/** Negative, zero or positive; text without case, numbers exactly, dates as the start of their day. `null` sorts first. */
export function compare(type: ColumnType, left: Scalar, right: Literal): number {
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  switch (type) {
    case 'money':
    case 'decimal':
    case 'integer':
    case 'bigint':
    case 'choice':
    case 'state':
    case 'status':
      return new Big(String(left)).cmp(new Big(String(right)));
    case 'date':
    case 'datetime':
      return Date.parse(String(left)) - Date.parse(String(right));
    case 'boolean':
      return Number(left) - Number(right);
    case 'guid':
    case 'lookup':
    case 'string':
    case 'memo':
      return order(String(left).toLowerCase(), String(right).toLowerCase());
  }
}

function order(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
