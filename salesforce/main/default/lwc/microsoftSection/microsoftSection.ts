import { SECTION_FIELDS, choiceFromCrm } from 'c/syncCore';
import { LightningElement, api, wire } from 'lwc';
import { getRecord, type RecordRepresentation, type WireResult } from 'lightning/uiRecordApi';

const FIELDS = SECTION_FIELDS.salesforce;

/** The Microsoft section of an opportunity: where its sync with Partner Center stands. */
export default class MicrosoftSection extends LightningElement {
  @api recordId?: string;

  @wire(getRecord, {
    recordId: '$recordId',
    fields: [`Opportunity.${FIELDS.status}`, `Opportunity.${FIELDS.referralId}`],
  })
  opportunity?: WireResult<RecordRepresentation>;

  /** The core's word for the status; `not-shared` while the field is empty. */
  get status(): string {
    return choiceFromCrm('salesforce', 'status', this.valueOf(FIELDS.status)?.value ?? null) ?? 'not-shared';
  }

  /** The picklist's label in the user's language. */
  get statusLabel(): string {
    return this.valueOf(FIELDS.status)?.displayValue ?? '';
  }

  get referralId(): string {
    return String(this.valueOf(FIELDS.referralId)?.value ?? '');
  }

  get loaded(): boolean {
    return Boolean(this.opportunity?.data);
  }

  private valueOf(field: string) {
    return this.opportunity?.data?.fields[field];
  }
}
