import type { FormBoot, FormColumn, FormTable, FormUser } from '../form/boot.ts';
import type { Environment } from '../environment.ts';
import { type Column, SOLUTION_FOLDER, type Table } from '../schema/index.ts';
import { type Principal, RIGHTS, may } from '../security/principal.ts';
import type { Depth } from '../security/roles.ts';
import { textOf } from '../store/values.ts';
import { readControl } from './control.ts';
import { readMainForm } from './form-xml.ts';
import { PLATFORM_FORMS } from './layout.ts';
import { type PageQuery, settingsOf } from './query.ts';

/** The order of Dataverse's privilege depths, as client code numbers them. */
const DEPTHS: readonly Depth[] = ['Basic', 'Local', 'Deep', 'Global'];

/** Everything that the form of one record needs to know about the environment and the person. */
export function formBoot(
  environment: Environment,
  who: Principal,
  { table, id, query }: { table: Table; id: string | null; query: PageQuery },
): FormBoot {
  const settings = settingsOf(query);
  const platformForm = PLATFORM_FORMS[table.name];
  const control = platformForm ? null : readControl(settings.languageId);
  return {
    table: formTable(table, who),
    id,
    layout: platformForm ?? readMainForm(SOLUTION_FOLDER, table.label),
    control,
    user: formUser(environment, who, { table, id }),
    settings,
    tables: Object.fromEntries([...environment.schema.tables].map(([name, item]) => [name, names(item)])),
  };
}

const names = ({ entitySet, label, primaryId, primaryName }: Table) => ({ entitySet, label, primaryId, primaryName });

function formTable(table: Table, who: Principal): FormTable {
  const columns = [...table.columns.values()].filter((column) => column.writeOnly !== true);
  return {
    name: table.name,
    ...names(table),
    columns: Object.fromEntries(columns.map((column) => [column.name, formColumn(table, column, who)])),
  };
}

function formColumn(table: Table, column: Column, who: Principal): FormColumn {
  const { secured } = column;
  const granted = who.fields.get(`${table.name}.${column.name}`);
  const allowed = { read: true, create: true, update: true };
  return {
    ...column,
    security: { secured, ...(secured ? (granted ?? { read: false, create: false, update: false }) : allowed) },
  };
}

function formUser(
  { schema, store }: Environment,
  who: Principal,
  { table, id }: { table: Table; id: string | null },
): FormUser {
  const user = store.get('systemuser', who.userId);
  const row = id === null ? undefined : store.get(table.name, id);
  return {
    id: who.userId,
    name: user ? textOf(user, 'fullname') : '',
    roles: who.roleNames,
    privileges: Object.fromEntries([...schema.tables.values()].map((item) => [item.name, privilegesOn(item, who)])),
    access: row ? RIGHTS.filter((right) => may(who, table, row, right)) : RIGHTS,
  };
}

function privilegesOn(table: Table, who: Principal): Record<string, number> {
  return Object.fromEntries(
    RIGHTS.flatMap((right) => {
      const depth = who.privileges.get(`prv${right}${table.privilege}`);
      return depth === undefined ? [] : [[right, DEPTHS.indexOf(depth)] as const];
    }),
  );
}
