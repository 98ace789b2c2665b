import type { AlternateKey, Collection, Column, Table } from './types.ts';

interface TableInput {
  readonly name: string;
  readonly entitySet: string;
  readonly label: string;
  readonly typeCode: number;
  readonly primaryName: string;
  readonly primaryId?: string;
  readonly privilege?: string;
  readonly owned?: boolean;
  readonly columns: readonly Column[];
  readonly collections?: readonly Collection[];
  readonly keys?: readonly AlternateKey[];
}

/** Builds a table; the primary key column is added. */
export function table(input: TableInput): Table {
  const primaryId = input.primaryId ?? `${input.name}id`;
  const key: Column = {
    name: primaryId,
    type: 'guid',
    label: input.label,
    required: false,
    creatable: true,
    updatable: false,
    secured: false,
  };
  return {
    name: input.name,
    entitySet: input.entitySet,
    label: input.label,
    privilege: input.privilege ?? input.name,
    typeCode: input.typeCode,
    primaryId,
    primaryName: input.primaryName,
    owned: input.owned ?? false,
    columns: new Map([key, ...input.columns].map((column) => [column.name, column])),
    collections: new Map((input.collections ?? []).map((collection) => [collection.name, collection])),
    keys: input.keys ?? [],
  };
}

/** The same table with more columns, collections and keys. */
export function extend(
  base: Table,
  more: { columns?: readonly Column[]; collections?: readonly Collection[]; keys?: readonly AlternateKey[] },
): Table {
  return {
    ...base,
    columns: new Map([...base.columns, ...(more.columns ?? []).map((column) => [column.name, column] as const)]),
    collections: new Map([...base.collections, ...(more.collections ?? []).map((item) => [item.name, item] as const)]),
    keys: [...base.keys, ...(more.keys ?? [])],
  };
}
