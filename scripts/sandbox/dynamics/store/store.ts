import type { Row, Values } from './values.ts';

/** All rows of the environment, in memory, with transactions. */
export interface Store {
  get(table: string, id: string): Row | undefined;
  /** In order of creation. */
  rows(table: string): Iterable<Row>;
  insert(table: string, id: string, values: Values): Row;
  update(row: Row, changes: Values): Row;
  remove(row: Row): void;
  /** Next number of a table's auto-number column. */
  nextNumber(table: string): number;
  /** Runs `work`; when it throws, everything it wrote is taken back. Not nested. */
  transaction<T>(work: () => T): T;
  clear(): void;
}

export function createStore(): Store {
  const tables = new Map<string, Map<string, Row>>();
  const numbers = new Map<string, number>();
  /** Undo steps of the running transaction, newest last. */
  let undo: (() => void)[] | null = null;
  let version = 1_000_000;

  const rowsOf = (table: string): Map<string, Row> => {
    const rows = tables.get(table) ?? new Map<string, Row>();
    tables.set(table, rows);
    return rows;
  };
  const put = (row: Row): Row => {
    const rows = rowsOf(row.table);
    const before = rows.get(row.id);
    undo?.push(() => (before ? rows.set(row.id, before) : rows.delete(row.id)));
    rows.set(row.id, row);
    return row;
  };

  return {
    get: (table, id) => tables.get(table)?.get(id),
    rows: (table) => rowsOf(table).values(),
    insert(table, id, values) {
      version += 1;
      return put({ table, id, version, values: { ...values, versionnumber: version } });
    },
    update(row, changes) {
      version += 1;
      return put({ ...row, version, values: { ...row.values, ...changes, versionnumber: version } });
    },
    remove(row) {
      const rows = rowsOf(row.table);
      undo?.push(() => rows.set(row.id, row));
      rows.delete(row.id);
    },
    nextNumber(table) {
      const next = (numbers.get(table) ?? 999) + 1;
      numbers.set(table, next);
      return next;
    },
    transaction(work) {
      const steps: (() => void)[] = [];
      undo = steps;
      try {
        return work();
      } catch (error) {
        for (const step of steps.reverse()) step();
        throw error;
      } finally {
        undo = null;
      }
    },
    clear() {
      tables.clear();
      numbers.clear();
    },
  };
}
