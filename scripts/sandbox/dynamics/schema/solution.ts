import { activeState, auditColumns, ownerColumns } from './columns.ts';
import { solutionColumns } from './solution-columns.ts';
import { table } from './table.ts';
import type { AlternateKey, Collection, Column, Option, Table } from './types.ts';
import { type XmlNode, elements, listFolders, listXml, readXml, text } from './xml.ts';

/** What the unpacked solution says about tables. */
export interface SolutionTables {
  /** Tables of our own. */
  readonly tables: readonly Table[];
  /** What we add to standard tables, by table. */
  readonly extensions: ReadonlyMap<string, { columns: readonly Column[]; keys: readonly AlternateKey[] }>;
  /** Collections by the table that has them. */
  readonly collections: ReadonlyMap<string, readonly Collection[]>;
}

interface Relationship {
  readonly parent: string;
  readonly child: string;
  readonly lookup: string;
  readonly collection: string;
  readonly cascadeDelete: boolean;
}

/** First type code that Dataverse gives to custom tables. */
const FIRST_CUSTOM_TYPE_CODE = 10_001;

/** Reads tables, columns, keys, option sets and relationships of an unpacked solution (dynamics-toolchain.md §5.3). */
export function readSolutionTables(folder: string): SolutionTables {
  const optionSets = readOptionSets(folder);
  const relationships = readRelationships(folder);
  const lookupTargets = new Map(relationships.map(({ lookup, parent }) => [lookup, parent]));
  const tables: Table[] = [];
  const extensions = new Map<string, { columns: readonly Column[]; keys: readonly AlternateKey[] }>();
  for (const name of listFolders(folder, 'Entities')) {
    const [entity] = elements(readXml(folder, `Entities/${name}/Entity.xml`), 'Entity', 'EntityInfo', 'entity');
    if (entity === undefined) throw new Error(`Entities/${name}/Entity.xml has no entity element.`);
    const columns = solutionColumns(entity, optionSets, lookupTargets);
    const keys = readKeys(entity);
    if (text(entity, 'EntitySetName') === '') extensions.set(name.toLowerCase(), { columns, keys });
    else tables.push(ownTable(entity, columns, keys, FIRST_CUSTOM_TYPE_CODE + tables.length));
  }
  return { tables, extensions, collections: collectionsOf(relationships) };
}

function ownTable(entity: XmlNode, columns: readonly Column[], keys: readonly AlternateKey[], typeCode: number): Table {
  const name = text(entity, '@Name');
  const owned = text(entity, 'OwnershipTypeMask') === 'UserOwned';
  const primaryName = elements(entity, 'attributes', 'attribute').find((attribute) =>
    text(attribute, 'DisplayMask').includes('PrimaryName'),
  );
  return table({
    name,
    entitySet: text(entity, 'EntitySetName'),
    label: text(entity, 'LocalizedNames', 'LocalizedName', '@description'),
    typeCode,
    primaryName: text(primaryName, 'LogicalName'),
    owned,
    columns: [...columns, ...activeState(), ...(owned ? ownerColumns() : []), ...auditColumns()],
    keys,
  });
}

function readKeys(entity: XmlNode): AlternateKey[] {
  return elements(entity, 'EntityKeys', 'EntityKey').map((key) => ({
    name: text(key, 'LogicalName'),
    columns: elements(key, 'EntityKeyAttributes', 'AttributeName').map((column) => text(column)),
  }));
}

function readOptionSets(folder: string): Map<string, readonly Option[]> {
  return new Map(
    listXml(folder, 'OptionSets').flatMap((path) =>
      elements(readXml(folder, path), 'optionset').map((set) => [
        text(set, '@Name'),
        elements(set, 'options', 'option').map((option) => ({
          value: Number(text(option, '@value')),
          label: text(option, 'labels', 'label', '@description'),
        })),
      ]),
    ),
  );
}

function readRelationships(folder: string): Relationship[] {
  return listXml(folder, 'Other/Relationships').flatMap((path) =>
    elements(readXml(folder, path), 'EntityRelationships', 'EntityRelationship').map((relationship) => ({
      parent: text(relationship, 'ReferencedEntityName').toLowerCase(),
      child: text(relationship, 'ReferencingEntityName').toLowerCase(),
      lookup: text(relationship, 'ReferencingAttributeName').toLowerCase(),
      collection: text(relationship, '@Name'),
      cascadeDelete: text(relationship, 'CascadeDelete') === 'Cascade',
    })),
  );
}

function collectionsOf(relationships: readonly Relationship[]): Map<string, readonly Collection[]> {
  const byParent = new Map<string, Collection[]>();
  for (const { parent, child, lookup, collection, cascadeDelete } of relationships) {
    const list = byParent.get(parent) ?? [];
    byParent.set(parent, [...list, { name: collection, table: child, column: lookup, cascadeDelete }]);
  }
  return byParent;
}
