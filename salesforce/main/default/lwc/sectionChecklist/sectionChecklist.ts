import type { ChecklistItem } from 'c/syncCore';
import { LightningElement, api } from 'lwc';

/** What is missing, each with its cure and the way there. */
export default class SectionChecklist extends LightningElement {
  @api items: readonly ChecklistItem[] = [];
  @api listTitle = '';

  /** One code may come twice: two products that are no ids. */
  get entries(): readonly (ChecklistItem & { readonly key: string })[] {
    return this.items.map((item, index) => ({ ...item, key: `${item.code}-${index}` }));
  }
}
