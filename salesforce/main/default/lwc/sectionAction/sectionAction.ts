import type { ViewAction } from 'c/syncCore';
import { tell } from 'c/sectionParts';
import { LightningElement, api } from 'lwc';

/** A button for an action of the view; when it can't be used it says why beside it. */
export default class SectionAction extends LightningElement {
  @api action!: ViewAction;
  /** As of `lightning-button`. */
  @api variant = 'neutral';

  @api
  focus(): void {
    (this.refs!.button as HTMLElement | undefined)?.focus();
  }

  get disabled(): boolean {
    return this.action.disabledBecause !== null;
  }

  choose(): void {
    tell(this, this.action.intent);
  }
}
