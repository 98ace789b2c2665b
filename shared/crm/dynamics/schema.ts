import type { Operation } from './batch-request.ts';
import { type ColumnPath, literal } from './query.ts';
import { type Row, optionalText, textOf } from './row.ts';
import type { RowReader } from './rows.ts';
import type { ColumnType } from './values.ts';

/** What the metadata says of columns. Read once, and only what is needed. */
export interface Schema {
  /** What a read has to carry along so that the opportunity's columns are known; nothing once they are. */
  missing(): readonly Operation[];
  /** @param answers rows that came for `missing()`, in order */
  learn(answers: readonly (readonly Row[])[]): void;
  /** The types behind these paths; asks the service only for tables that are not known yet. */
  load(paths: readonly ColumnPath[]): Promise<void>;
  /** Those of `columns` that the table does not have; all when there is no such table. */
  missingColumns(table: string, columns: readonly string[]): Promise<readonly string[]>;
  /** Columns of the opportunity that nobody may update, whatever their rights. */
  readOnlyColumns(): Promise<ReadonlySet<string>>;
  /** `undefined` when the column does not exist, or is not known yet. */
  typeOf(path: ColumnPath): ColumnType | undefined;
}

const OPPORTUNITY = 'opportunity';

/** learn.microsoft.com/power-apps/developer/data-platform/webapi/query-metadata-web-api */
export function createSchema(reader: RowReader): Schema {
  const tables = new Map<string, ReadonlyMap<string, ColumnType>>();
  const tableByNavigation = new Map<string, string>();

  const tableOf = ({ navigation }: ColumnPath): string | undefined =>
    navigation === null ? OPPORTUNITY : tableByNavigation.get(navigation);

  const schema: Schema = {
    missing: () => (tables.has(OPPORTUNITY) ? [] : [columnsOf(OPPORTUNITY), lookupsOf(OPPORTUNITY)]),
    learn([columns, lookups]) {
      if (!columns || !lookups) return;
      tables.set(OPPORTUNITY, typesByColumn(columns));
      for (const row of lookups) {
        const navigation = optionalText(row, 'ReferencingEntityNavigationPropertyName');
        if (navigation !== null) tableByNavigation.set(navigation, textOf(row, 'ReferencedEntity'));
      }
    },
    async load(paths) {
      schema.learn(await reader.all(schema.missing()));
      const wanted = new Set(paths.map(tableOf).filter((table) => table !== undefined && !tables.has(table)));
      const names = [...wanted].filter((table) => table !== undefined);
      const answers = await reader.all(names.map(columnsOf));
      names.forEach((table, index) => tables.set(table, typesByColumn(answers[index] ?? [])));
    },
    async missingColumns(table, columns) {
      const [rows = []] = await reader.all([columnsOf(table)]);
      const types = typesByColumn(rows);
      return columns.filter((column) => !types.has(column));
    },
    async readOnlyColumns() {
      const path = `EntityDefinitions(LogicalName=${literal(OPPORTUNITY)})/Attributes?$select=LogicalName,IsValidForUpdate`;
      const [rows = []] = await reader.all([{ method: 'GET', path }]);
      return new Set(rows.filter((row) => row.IsValidForUpdate === false).map((row) => textOf(row, 'LogicalName')));
    },
    typeOf: (path) => tables.get(tableOf(path) ?? '')?.get(path.column),
  };
  return schema;
}

function columnsOf(table: string): Operation {
  const path = `EntityDefinitions(LogicalName=${literal(table)})/Attributes?$select=LogicalName,AttributeType`;
  return { method: 'GET', path };
}

function lookupsOf(table: string): Operation {
  const select = '$select=ReferencedEntity,ReferencingEntityNavigationPropertyName';
  return { method: 'GET', path: `EntityDefinitions(LogicalName=${literal(table)})/ManyToOneRelationships?${select}` };
}

function typesByColumn(rows: readonly Row[]): Map<string, ColumnType> {
  return new Map(rows.map((row) => [textOf(row, 'LogicalName'), optionalText(row, 'AttributeType') ?? '']));
}
