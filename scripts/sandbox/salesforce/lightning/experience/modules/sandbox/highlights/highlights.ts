import { LightningElement, api, wire } from 'lwc';
import { getObjectInfo } from '../../lightning/uiObjectInfoApi/uiObjectInfoApi.ts';
import { getRecord } from '../../lightning/uiRecordApi/uiRecordApi.ts';
import { type ObjectInfo, type ShownField, shownField, textOf } from '../../../fields.ts';
import { LAYOUTS, fieldNames } from '../../../layouts.ts';
import type { RecordRepresentation } from '../../../lds/record.ts';

/** The highlights panel: what the record is, and its most telling fields. */
export default class Highlights extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';

  @wire(getObjectInfo, { objectApiName: '$objectApiName' }) info?: { readonly data?: ObjectInfo };
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fieldNames' }) record?: {
    readonly data?: RecordRepresentation;
  };

  get fieldNames(): readonly string[] {
    return fieldNames(this.objectApiName, ['Name', ...(LAYOUTS[this.objectApiName]?.highlights ?? [])]);
  }

  get icon(): string {
    return LAYOUTS[this.objectApiName]?.icon ?? 'standard:default';
  }

  get label(): string {
    return this.info?.data?.label ?? '';
  }

  get name(): string {
    const name = this.record?.data?.fields.Name;
    return name ? textOf(name) : '';
  }

  get mayEdit(): boolean {
    return this.info?.data?.updateable === true && this.record?.data !== undefined;
  }

  get fields(): readonly ShownField[] {
    const [info, record] = [this.info?.data, this.record?.data];
    if (!info || !record) return [];
    const names = LAYOUTS[this.objectApiName]?.highlights ?? [];
    return names.map((name) => shownField(info, record, name)).filter((field) => field !== null);
  }

  edit(): void {
    window.dispatchEvent(new CustomEvent('sandbox__edit'));
  }
}
