import type { ViewMessage } from 'c/syncCore';
import { toneIconOf } from 'c/sectionParts';
import { LightningElement, api } from 'lwc';

/**
 * A message with its one action. It is no live region: the section has one, which says what changed once. The technical part is
 * folded, for whoever is asked for help.
 */
export default class SectionMessage extends LightningElement {
  @api message!: ViewMessage;

  get icon(): { readonly name: string; readonly variant: string } {
    return toneIconOf(this.message.tone);
  }

  get className(): string {
    return `message message_${this.message.tone}`;
  }

  get hasTechnical(): boolean {
    return this.message.technical.length > 0;
  }
}
