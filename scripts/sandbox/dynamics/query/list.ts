import { queryError } from '../errors.ts';
import type { Table } from '../schema/index.ts';
import { may, requirePrivilege } from '../security/principal.ts';
import { compileFilter } from './filter.ts';
import type { QueryOptions } from './options.ts';
import { sorted } from './order.ts';
import { type JsonRow, type ReadScope, compileShape } from './shape.ts';

export interface Page {
  readonly rows: readonly JsonRow[];
  /** All matching rows, whatever the page. */
  readonly total: number;
  /** Number of rows before the next page; `null` on the last one. */
  readonly next: number | null;
}

/** Dataverse's largest page. */
export const LARGEST_PAGE = 5000;

/**
 * One page of a table, only with rows that the user may read.
 * @throws DataverseError 403 without the privilege; 400 for a bad query.
 */
export function listRows(
  scope: ReadScope,
  table: Table,
  options: QueryOptions,
  paging: { skip: number; size: number },
): Page {
  requirePrivilege(scope.who, table, 'Read');
  const shape = compileShape(scope, table, options);
  const keep = options.filter === null ? () => true : compileFilter(scope, table, options.filter, scope.now);
  const order = sorted(scope, table, options.orderBy);
  const found = order(
    [...scope.store.rows(table.name)].filter((row) => may(scope.who, table, row, 'Read') && keep(row)),
  );
  const wanted = options.top === null ? found : found.slice(0, options.top);
  const size = Math.min(paging.size, LARGEST_PAGE);
  const end = paging.skip + size;
  return {
    rows: wanted.slice(paging.skip, end).map(shape),
    total: found.length,
    next: end < wanted.length ? end : null,
  };
}

const COOKIE = /^<cookie pagenumber="\d+" skip="(\d+)" \/>$/;

/** The opaque text of `$skiptoken`. */
export function writeCookie(skip: number, size: number): string {
  return `<cookie pagenumber="${Math.floor(skip / size) + 1}" skip="${skip}" />`;
}

/** @throws DataverseError (400) for a token that didn't come from us. */
export function readCookie(token: string | undefined): number {
  if (token === undefined) return 0;
  const skip = COOKIE.exec(token)?.[1];
  if (skip === undefined) throw queryError('Malformed Paging Cookie: $skiptoken must come from @odata.nextLink.');
  return Number(skip);
}
