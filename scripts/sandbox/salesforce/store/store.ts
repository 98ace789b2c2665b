import type { FieldValue, ObjectDefinition, Schema } from '../schema/types.ts';

/** A row by its fields' API names. Treated as immutable: a change replaces it. */
export type Row = Readonly<Record<string, FieldValue>> & { readonly Id: string };

export interface RowChange {
  readonly object: ObjectDefinition;
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Where rows are kept. All changes happen inside `transaction`; those that it keeps are handed to `onCommit` in order. */
export interface Store {
  get(object: ObjectDefinition, id: string): Row | undefined;
  /** Rows by id, in ascending order of their making. */
  rows(object: ObjectDefinition): Iterable<Row>;
  /** Rows whose indexed field (reference or unique) has the value; text is compared without case. */
  find(object: ObjectDefinition, field: string, value: string): readonly Row[];
  isIndexed(object: ObjectDefinition, field: string): boolean;
  /** Deleted rows, as the recycle bin keeps them: with IsDeleted set. */
  deletedRows(object: ObjectDefinition): Iterable<Row>;
  wasDeleted(object: ObjectDefinition, id: string): boolean;
  put(object: ObjectDefinition, row: Row): void;
  /** @param stamp who deleted it and when, for the copy in the recycle bin */
  remove(object: ObjectDefinition, id: string, stamp: Readonly<Record<string, FieldValue>>): void;
  /** Runs `work`; when it throws, everything that it changed is undone. Transactions nest. */
  transaction<T>(work: () => T): T;
  clear(): void;
}

interface Table {
  readonly rows: Map<string, Row>;
  readonly deleted: Map<string, Row>;
  readonly indexes: ReadonlyMap<string, Map<string, Set<string>>>;
}

/** @param onCommit called once after each outermost transaction with the changes it kept. */
export function createStore(schema: Schema, onCommit: (changes: readonly RowChange[]) => void): Store {
  const tables = new Map([...schema.objects.values()].map((object) => [object.name, emptyTable(object)]));
  let log: RowChange[] | null = null;

  const tableOf = (object: ObjectDefinition): Table => {
    const table = tables.get(object.name);
    if (!table) throw new Error(`${object.name} is not an object of this org.`);
    return table;
  };

  const apply = ({ object, id, before, after }: RowChange): void => {
    const { rows, indexes } = tableOf(object);
    for (const [field, index] of indexes) {
      if (before) index.get(keyOf(before[field]))?.delete(id);
      if (after) {
        const key = keyOf(after[field]);
        index.set(key, (index.get(key) ?? new Set()).add(id));
      }
    }
    if (after) rows.set(id, after);
    else rows.delete(id);
  };

  const record = (change: RowChange): void => {
    if (!log) throw new Error('Rows change only inside a transaction.');
    apply(change);
    log.push(change);
  };

  return {
    get: (object, id) => tableOf(object).rows.get(id),
    rows: (object) => tableOf(object).rows.values(),
    find(object, field, value) {
      const { rows, indexes } = tableOf(object);
      const ids = [...(indexes.get(field)?.get(keyOf(value)) ?? [])];
      return ids.map((id) => rows.get(id)).filter((row) => row !== undefined);
    },
    isIndexed: (object, field) => tableOf(object).indexes.has(field),
    deletedRows: (object) => tableOf(object).deleted.values(),
    wasDeleted: (object, id) => tableOf(object).deleted.has(id),
    put(object, row) {
      record({ object, id: row.Id, before: tableOf(object).rows.get(row.Id) ?? null, after: row });
    },
    remove(object, id, stamp) {
      const { rows, deleted } = tableOf(object);
      const before = rows.get(id);
      if (!before) return;
      record({ object, id, before, after: null });
      deleted.set(id, { ...before, ...stamp, IsDeleted: true, Id: id });
    },
    transaction(work) {
      const outer = log;
      const own: RowChange[] = (log = []);
      try {
        const result = work();
        if (outer) outer.push(...own);
        log = outer;
        if (!outer) onCommit(own);
        return result;
      } catch (error) {
        log = outer;
        for (const { object, id, before, after } of own.reverse()) {
          apply({ object, id, before: after, after: before });
          if (after === null) tableOf(object).deleted.delete(id);
        }
        throw error;
      }
    },
    clear() {
      for (const object of schema.objects.values()) tables.set(object.name, emptyTable(object));
    },
  };
}

function emptyTable(object: ObjectDefinition): Table {
  const indexed = [...object.fields.values()].filter(
    ({ type, unique, name }) => type === 'reference' || unique || name === 'Id',
  );
  return { rows: new Map(), deleted: new Map(), indexes: new Map(indexed.map(({ name }) => [name, new Map()])) };
}

const keyOf = (value: FieldValue | undefined): string => String(value ?? '').toLowerCase();
