import type { CrmValue } from '../../../shared/core/model/index.ts';
import { byField, type EditableField, type FieldValues } from '../../../shared/section/contract/index.ts';
import type { IOutputs } from '../generated/ManifestTypes';

/** The values that the form holds for the columns of the person, saved or not. */
export type BoundRaw = Readonly<Record<EditableField, { readonly raw: CrmValue | undefined }>>;

/** What goes to the form: `undefined` empties a column, a property that is left out stays as it is. */
export type Outputs = Pick<IOutputs, EditableField>;

/**
 * Between the section and the form. Only what the person changed here is handed over, and only once: what the connector
 * writes, or what another control changed meanwhile, would otherwise be overwritten with the next save.
 */
export interface FormValues {
  /** Hands values to the form, which saves them when the person saves the record. */
  hand(values: Partial<FieldValues>): void;
  /** For `getOutputs`. */
  outputs(): Outputs;
  /** The form tells its values anew: what it has fetched before is among them, or was refused. */
  formUpdated(): void;
  /** What the form holds. A value that it has not fetched or not told back yet counts as if it had. */
  current(parameters: BoundRaw): FieldValues;
}

export function createFormValues(notify: () => void): FormValues {
  let handed: Partial<FieldValues> = {};
  let areTaken = false;
  return {
    hand(values) {
      handed = { ...handed, ...values };
      areTaken = false;
      notify();
    },
    outputs() {
      areTaken = true;
      return Object.fromEntries(Object.entries(handed).map(([field, value]) => [field, value ?? undefined]));
    },
    formUpdated() {
      if (areTaken) handed = {};
    },
    current: (parameters) =>
      byField((field) => (field in handed ? (handed[field] ?? null) : emptyAsNull(parameters[field].raw))),
  };
}

/** The platform has several ways to say "empty". */
function emptyAsNull(raw: CrmValue | undefined): CrmValue {
  return raw === undefined || raw === '' ? null : raw;
}
