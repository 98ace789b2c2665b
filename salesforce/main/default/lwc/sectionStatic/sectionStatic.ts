import type { EditableView } from 'c/syncCore';
import { LightningElement, api } from 'lwc';

/** A field that this person can't change now: text, not a greyed input, with the reason below it. */
export default class SectionStatic extends LightningElement {
  @api field!: EditableView;
  /** Read out instead of the dash that stands for an empty value. */
  @api emptyText = '';

  get isEmpty(): boolean {
    return this.field.display === '';
  }
}
