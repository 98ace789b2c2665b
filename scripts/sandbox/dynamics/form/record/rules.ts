import type { FormBoot } from '../boot.ts';
import type { FormRow } from '../data/row.ts';
import type { CellValue } from '../data/values.ts';

const ACTIVE = 0;

/** Why nobody, or this person, can edit the record; `null` when it can be edited. */
export function readOnlyReason({ table, user }: FormBoot, row: FormRow): string | null {
  if (row.values.statecode !== undefined && row.values.statecode !== ACTIVE) {
    return `Read-only This record’s status: ${row.formatted.statecode ?? 'Inactive'}`;
  }
  if (!user.access.includes('Write')) return `Read-only You don’t have permission to edit this ${table.label}.`;
  return null;
}

/** Whether this person may change the column on this record: column security and what the platform itself lets be written. */
export function isEditable(boot: FormBoot, name: string, isNew: boolean): boolean {
  const column = boot.table.columns[name];
  if (column === undefined) return false;
  return isNew ? column.creatable && column.security.create : column.updatable && column.security.update;
}

/** Columns that the form demands (a red asterisk) and that are empty. */
export function missingColumns({ table, layout }: FormBoot, valueOf: (column: string) => CellValue): readonly string[] {
  const onForm = layout.tabs.flatMap(({ columns }) =>
    columns.flatMap(({ sections }) => sections.flatMap(({ cells }) => cells)),
  );
  return onForm
    .map(({ column }) => column)
    .filter((name) => {
      const value = valueOf(name);
      return table.columns[name]?.required === true && (value === null || value === '');
    });
}

/** What a form for a new record starts with: the columns' defaults, and its owner. */
export function newRow({ table, user }: FormBoot): FormRow {
  const defaults = Object.values(table.columns).flatMap((column) =>
    column.default === undefined ? [] : [[column.name, column.default] as const],
  );
  const has = (name: string): boolean => table.columns[name] !== undefined;
  return {
    values: {
      ...Object.fromEntries(defaults),
      ...(has('ownerid') && { ownerid: { id: user.id, name: user.name, entityType: 'systemuser' } }),
      ...(has('statuscode') && { statuscode: 1 }),
    },
    formatted: {},
  };
}
