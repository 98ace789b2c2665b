import type { Column, ColumnType, Option } from './types.ts';

type Extras = Partial<Omit<Column, 'name' | 'type' | 'label'>>;

/** A column with the usual settings: optional, writable, not secured. */
export function column(name: string, type: ColumnType, label: string, extras: Extras = {}): Column {
  return { name, type, label, required: false, creatable: true, updatable: true, secured: false, ...extras };
}

export const readOnly = { creatable: false, updatable: false } as const;

/** A lookup on one table; standard lookups are named like their navigation property. */
export function lookup(name: string, target: string, label: string, extras: Extras = {}): Column {
  return column(name, 'lookup', label, { targets: { [target]: name }, ...extras });
}

/** A lookup on several tables: its navigation properties are `{name}_{table}`. */
export function polymorphic(name: string, targets: readonly string[], label: string, extras: Extras = {}): Column {
  const navigation = Object.fromEntries(targets.map((target) => [target, `${name}_${target}`]));
  return column(name, 'lookup', label, { targets: navigation, ...extras });
}

/** Options from `value: label`. */
export function options(labels: Readonly<Record<number, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value: Number(value), label }));
}

export const YES_NO = options({ 0: 'No', 1: 'Yes' });

/** What every table has. */
export function auditColumns(): Column[] {
  return [
    column('createdon', 'datetime', 'Created On', readOnly),
    lookup('createdby', 'systemuser', 'Created By', readOnly),
    column('modifiedon', 'datetime', 'Modified On', readOnly),
    lookup('modifiedby', 'systemuser', 'Modified By', readOnly),
    column('versionnumber', 'bigint', 'Version Number', readOnly),
  ];
}

/** What every table has whose rows are owned by a user or a team. */
export function ownerColumns(): Column[] {
  return [
    column('ownerid', 'lookup', 'Owner', { targets: { systemuser: 'ownerid', team: 'ownerid' } }),
    lookup('owninguser', 'systemuser', 'Owning User', readOnly),
    lookup('owningteam', 'team', 'Owning Team', readOnly),
    lookup('owningbusinessunit', 'businessunit', 'Owning Business Unit', readOnly),
  ];
}

/** The usual Active/Inactive pair. */
export function activeState(): Column[] {
  return [
    column('statecode', 'state', 'Status', { options: options({ 0: 'Active', 1: 'Inactive' }), creatable: false }),
    column('statuscode', 'status', 'Status Reason', {
      options: [
        { value: 1, label: 'Active', state: 0 },
        { value: 2, label: 'Inactive', state: 1 },
      ],
    }),
  ];
}
