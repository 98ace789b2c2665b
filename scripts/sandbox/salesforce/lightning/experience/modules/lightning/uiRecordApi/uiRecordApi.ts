import { Adapter } from '../../../lds/adapter.ts';
import { type FieldRepresentation, type RecordRepresentation, fieldAt } from '../../../lds/record.ts';
import { addRecord, readRecord, refreshRecords, saveRecord, watch } from '../../../lds/records.ts';

type FieldName = string | { readonly objectApiName: string; readonly fieldApiName: string };

interface GetRecordConfig {
  readonly recordId: string;
  readonly fields: readonly FieldName[] | FieldName;
  readonly optionalFields: readonly FieldName[] | FieldName;
}

const nameOf = (field: FieldName): string =>
  typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
const namesOf = (fields: GetRecordConfig['fields'] | undefined): readonly string[] =>
  fields === undefined ? [] : [fields].flat().map((field) => nameOf(field));

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-wire-adapters-record.html */
export class getRecord extends Adapter<GetRecordConfig> {
  #stop: (() => void) | null = null;

  protected started({ recordId, fields, optionalFields }: Partial<GetRecordConfig>): void {
    this.stopped();
    const wanted = { fields: namesOf(fields), optionalFields: namesOf(optionalFields) };
    if (!recordId || wanted.fields.length + wanted.optionalFields.length === 0) return;
    const watcher = {
      recordId,
      ...wanted,
      changed: (data: RecordRepresentation) => this.emit({ data, error: undefined }),
      failed: (error: unknown) => this.emit({ data: undefined, error }),
    };
    const stop = watch(watcher);
    this.#stop = stop;
    readRecord(watcher).then(
      (data) => this.#stop === stop && watcher.changed(data),
      (error: unknown) => this.#stop === stop && watcher.failed(error),
    );
  }

  protected stopped(): void {
    this.#stop?.();
    this.#stop = null;
  }
}

interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate?: boolean;
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-update-record.html */
export function updateRecord(
  { fields, allowSaveOnDuplicate = false }: RecordInput,
  { ifUnmodifiedSince }: { readonly ifUnmodifiedSince?: string } = {},
): Promise<RecordRepresentation> {
  const { Id, ...changes } = fields;
  if (typeof Id !== 'string')
    return Promise.reject(new TypeError('Id must be one of the fields of a record to update.'));
  const headers: Record<string, string> =
    ifUnmodifiedSince === undefined ? {} : { 'if-unmodified-since': ifUnmodifiedSince };
  return saveRecord(Id, { fields: changes, allowSaveOnDuplicate }, headers);
}

export function createRecord({
  apiName,
  fields,
  allowSaveOnDuplicate = false,
}: RecordInput): Promise<RecordRepresentation> {
  return addRecord({ apiName, fields, allowSaveOnDuplicate });
}

/** Settles when the wires that show the records have their newest values. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  await refreshRecords(records.map(({ recordId }) => recordId));
}

export function getFieldValue(
  record: RecordRepresentation | undefined,
  field: FieldName,
): FieldRepresentation['value'] | undefined {
  return record && fieldAt(record, nameOf(field))?.value;
}

export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldName,
): string | null | undefined {
  return record && fieldAt(record, nameOf(field))?.displayValue;
}
