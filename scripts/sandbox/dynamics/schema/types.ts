/** Kinds of columns that the stand-in knows, in our words; `ATTRIBUTE_TYPES` has Dataverse's. */
export type ColumnType =
  | 'guid'
  | 'string'
  | 'memo'
  | 'money'
  | 'decimal'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'choice'
  | 'state'
  | 'status'
  | 'date'
  | 'datetime'
  | 'lookup';

export interface Option {
  readonly value: number;
  readonly label: string;
  /** Status options only: the state they belong to. */
  readonly state?: number;
}

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly label: string;
  /** Characters; texts only. */
  readonly maxLength?: number;
  /** Numbers only. */
  readonly min?: number;
  readonly max?: number;
  /** Digits after the decimal point; money and decimals only. */
  readonly precision?: number;
  /** Choices, states, statuses and booleans. */
  readonly options?: readonly Option[];
  /** Lookups: table → navigation property; several for polymorphic lookups (customer, owner, regarding). */
  readonly targets?: Readonly<Record<string, string>>;
  /** A create without it is refused. */
  readonly required: boolean;
  readonly creatable: boolean;
  readonly updatable: boolean;
  /** Can be written and never read (a webhook's AuthValue). */
  readonly writeOnly?: true;
  /** Column security: needs a field security profile to read and write. */
  readonly secured: boolean;
  readonly default?: string | number | boolean;
  /** `PCR-{SEQNUM:6}`: filled by the platform when a create leaves it out. */
  readonly autoNumber?: string;
}

/**
 * A collection-valued navigation property: the rows of `table` whose lookup `column` points here; many-to-many collections go
 * `through` a further lookup of those rows to the rows they show.
 */
export interface Collection {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly through?: { readonly column: string; readonly table: string };
  /** Deleting the parent deletes the rows; otherwise their lookup is emptied. */
  readonly cascadeDelete: boolean;
}

export interface AlternateKey {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly entitySet: string;
  readonly label: string;
  /** Name in privileges: `prvRead` + this. */
  readonly privilege: string;
  readonly typeCode: number;
  readonly primaryId: string;
  readonly primaryName: string;
  /** Rows have an owner; otherwise they belong to the organisation. */
  readonly owned: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly collections: ReadonlyMap<string, Collection>;
  readonly keys: readonly AlternateKey[];
}

export interface Schema {
  readonly tables: ReadonlyMap<string, Table>;
  readonly bySet: ReadonlyMap<string, Table>;
}
