import type { ConflictView } from 'c/syncCore';
import { LightningElement, api } from 'lwc';

/** Fields that both sides changed apart, with both values. */
export default class SectionConflicts extends LightningElement {
  @api conflicts: readonly ConflictView[] = [];
  @api listTitle = '';
  @api oursLabel = '';
  @api microsoftsLabel = '';
}
