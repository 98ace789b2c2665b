import { account, contact, lead, opportunity, opportunityClose } from './sales-tables.ts';
import { readSolutionTables } from './solution.ts';
import { SYSTEM_TABLES } from './system-tables.ts';
import { extend } from './table.ts';
import type { Schema } from './types.ts';
import { SOLUTION_FOLDER } from './xml.ts';

export type * from './types.ts';
export { SOLUTION_FOLDER } from './xml.ts';

/** Standard tables plus everything that the solution deploys: a column that is in neither does not exist. */
export function loadSchema(folder: string = SOLUTION_FOLDER): Schema {
  const solution = readSolutionTables(folder);
  const tables = [opportunity, account, contact, lead, opportunityClose, ...SYSTEM_TABLES, ...solution.tables].map(
    (table) =>
      extend(table, {
        ...solution.extensions.get(table.name),
        collections: solution.collections.get(table.name) ?? [],
      }),
  );
  return {
    tables: new Map(tables.map((table) => [table.name, table])),
    bySet: new Map(tables.map((table) => [table.entitySet, table])),
  };
}
