import { LightningElement, api, wire } from 'lwc';
import { ShowToastEvent } from '../../lightning/platformShowToastEvent/platformShowToastEvent.ts';
import { getObjectInfo, getPicklistValuesByRecordType } from '../../lightning/uiObjectInfoApi/uiObjectInfoApi.ts';
import { getRecord, updateRecord } from '../../lightning/uiRecordApi/uiRecordApi.ts';
import { type ObjectInfo, type ShownField, sentencesOf, shownField, textOf } from '../../../fields.ts';
import { type InputField, inputField, sentValue } from '../../../inputs.ts';
import { LAYOUTS, fieldNames } from '../../../layouts.ts';
import type { RecordRepresentation } from '../../../lds/record.ts';

interface Picklists {
  readonly picklistFieldValues: Readonly<
    Record<string, { readonly values: readonly { label: string; value: string }[] }>
  >;
}

const MASTER_RECORD_TYPE = '012000000000000AAA';

/** The details of a record; Edit turns them into a form that is saved as the person who looks. */
export default class RecordDetail extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  editing = false;
  saving = false;
  problems: readonly string[] = [];
  recordTypeId = MASTER_RECORD_TYPE;

  @wire(getObjectInfo, { objectApiName: '$objectApiName' }) info?: { readonly data?: ObjectInfo };
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' }) record?: {
    readonly data?: RecordRepresentation;
    readonly error?: unknown;
  };
  @wire(getPicklistValuesByRecordType, { objectApiName: '$objectApiName', recordTypeId: '$recordTypeId' })
  picklists?: { readonly data?: Picklists };

  override connectedCallback(): void {
    window.addEventListener('sandbox__edit', this.#edit);
    if (new URLSearchParams(location.search).has('edit')) this.editing = true;
  }

  override disconnectedCallback(): void {
    window.removeEventListener('sandbox__edit', this.#edit);
  }

  get fieldNames(): readonly string[] {
    return fieldNames(this.objectApiName, LAYOUTS[this.objectApiName]?.fields ?? []);
  }

  get refused(): readonly string[] {
    return this.record?.error ? sentencesOf(this.record.error) : [];
  }

  get fields(): readonly ShownField[] {
    return this.ready((info, record, name) => shownField(info, record, name));
  }

  get inputs(): readonly InputField[] {
    const picklists = this.picklists?.data?.picklistFieldValues ?? {};
    return this.ready((info, record, name) => inputField(info, record, name, picklists[name]?.values ?? []));
  }

  get showsForm(): boolean {
    return this.editing && this.info?.data?.updateable === true && this.record?.data !== undefined;
  }

  cancel(): void {
    this.editing = false;
    this.problems = [];
  }

  async save(event: Event): Promise<void> {
    event.preventDefault();
    const controls = [
      ...this.template!.querySelectorAll<HTMLElement & { value: unknown; reportValidity(): boolean }>('[data-field]'),
    ];
    const allValid = controls.map((control) => control.reportValidity()).every(Boolean);
    const record = this.record?.data;
    if (!allValid || !record) return;
    this.saving = true;
    try {
      await this.saveChanges(record, new Map(controls.map(({ dataset, value }) => [dataset.field ?? '', value])));
    } catch (error) {
      this.problems = sentencesOf(error);
    } finally {
      this.saving = false;
    }
  }

  private async saveChanges(record: RecordRepresentation, values: ReadonlyMap<string, unknown>): Promise<void> {
    const fields = this.info?.data?.fields ?? {};
    const changes = [...values].flatMap(([name, value]) => {
      const field = fields[name];
      const sent = field && sentValue(field, value);
      return sent === undefined || sent === (record.fields[name]?.value ?? null) ? [] : [[name, sent] as const];
    });
    if (changes.length > 0) await updateRecord({ fields: { Id: this.recordId, ...Object.fromEntries(changes) } });
    this.cancel();
    const { Name } = record.fields;
    const title = `${this.info?.data?.label ?? ''} "${Name ? textOf(Name) : ''}" was saved.`;
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }

  readonly #edit = (): void => {
    this.editing = true;
  };

  private ready<Field>(
    make: (info: ObjectInfo, record: RecordRepresentation, name: string) => Field | null,
  ): readonly Field[] {
    const [info, record] = [this.info?.data, this.record?.data];
    if (!info || !record) return [];
    const names = LAYOUTS[this.objectApiName]?.fields ?? [];
    return names.map((name) => make(info, record, name)).filter((field) => field !== null);
  }
}
