import type { ColumnType, Option } from '../schema/types.ts';

/** What the server tells the form before it starts: the app's metadata for this person, as a model-driven app caches it. */
export interface FormBoot {
  readonly table: FormTable;
  /** `null`: a record that has not been saved. */
  readonly id: string | null;
  readonly layout: FormLayout;
  /** The code component on this form; `null` when it has none. */
  readonly control: ControlBoot | null;
  readonly user: FormUser;
  readonly settings: FormSettings;
  /** Tables by logical name, as far as addresses and lookups need them. */
  readonly tables: Readonly<Record<string, TableName>>;
}

export interface TableName {
  readonly entitySet: string;
  readonly label: string;
  readonly primaryId: string;
  readonly primaryName: string;
}

export interface FormTable extends TableName {
  readonly name: string;
  readonly columns: Readonly<Record<string, FormColumn>>;
}

export interface FormColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly label: string;
  readonly required: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly precision?: number;
  readonly options?: readonly Option[];
  /** Lookups: table → navigation property. */
  readonly targets?: Readonly<Record<string, string>>;
  readonly creatable: boolean;
  readonly updatable: boolean;
  /** What a new record starts with. */
  readonly default?: string | number | boolean;
  readonly security: ColumnSecurity;
}

/** Column security of this person: everything is allowed on a column that is not secured. */
export interface ColumnSecurity {
  readonly secured: boolean;
  readonly read: boolean;
  readonly create: boolean;
  readonly update: boolean;
}

export interface FormUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Table → action (`Create`, `Read` …) → depth: 0 Basic, 1 Local, 2 Deep, 3 Global. */
  readonly privileges: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** What this person may do to this record (`Read`, `Write` …); all for a new one. */
  readonly access: readonly string[];
}

export type ThemeName = 'light' | 'dark' | 'contrast';

export interface FormSettings {
  readonly languageId: number;
  /** BCP 47. */
  readonly locale: string;
  readonly isRtl: boolean;
  readonly theme: ThemeName;
  /** `classic`: an app without the modern look gives controls no `fluentDesignLanguage`. */
  readonly look: 'modern' | 'classic';
  /** The control was set read-only on the form. */
  readonly disabled: boolean;
  /** Milliseconds after a change; `null` when autosave is off in the app. */
  readonly autosave: number | null;
}

/** A main form, as FormXml describes it. */
export interface FormLayout {
  readonly name: string;
  /** Columns in the header, at most four. */
  readonly header: readonly string[];
  readonly tabs: readonly FormTab[];
}

export interface FormTab {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly FormColumnOfTab[];
}

export interface FormColumnOfTab {
  /** Per cent of the form. */
  readonly width: number;
  readonly sections: readonly FormSection[];
}

export interface FormSection {
  readonly name: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  /** Logical name of the column. */
  readonly column: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly readOnly: boolean;
  readonly control: ControlBinding | null;
}

/** A code component in a cell and what its properties are bound to. */
export interface ControlBinding {
  /** `<prefix>_<namespace>.<constructor>` */
  readonly name: string;
  /** Property → column (bound) or constant (static). */
  readonly parameters: Readonly<Record<string, { readonly column: string } | { readonly value: string }>>;
}

/** The built control: its manifest and its texts in this person's language. */
export interface ControlBoot {
  /** `<namespace>.<constructor>`, the name under which the bundle registers itself. */
  readonly name: string;
  readonly virtual: boolean;
  readonly properties: readonly ControlProperty[];
  readonly bundle: string;
  readonly stylesheets: readonly string[];
  readonly strings: Readonly<Record<string, string>>;
}

export interface ControlProperty {
  readonly name: string;
  /** `TwoOptions`, `SingleLine.Text` … */
  readonly ofType: string;
  readonly usage: 'bound' | 'input' | 'output';
  readonly required: boolean;
  readonly defaultValue: string | null;
}
