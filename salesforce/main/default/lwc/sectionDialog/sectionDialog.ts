import type { DialogView } from 'c/syncCore';
import { tell } from 'c/sectionParts';
import { LightningElement, api } from 'lwc';

/**
 * The question before something is sent, and the whole history. It is the browser's own modal dialog: focus stays in it, everything
 * else is inert, and Escape leaves it. `lightning/modal` can't be used: it copies its values when it opens, while this one has to
 * follow the view (a reason that is typed, a refusal that comes back).
 */
export default class SectionDialog extends LightningElement {
  @api dialog: DialogView | null = null;

  renderedCallback(): void {
    const modal = this.refs!.modal as HTMLDialogElement;
    if (this.dialog !== null && !modal.open) {
      modal.showModal();
      (this.refs!.title as HTMLElement).focus();
    } else if (this.dialog === null && modal.open) {
      modal.close();
    }
    const reason = this.refs!.reason as
      (HTMLElement & Pick<HTMLTextAreaElement, 'setCustomValidity' | 'reportValidity'>) | undefined;
    const error = this.dialog?.reason?.error ?? '';
    reason?.setCustomValidity(error);
    if (error !== '') reason?.reportValidity();
  }

  get hasLines(): boolean {
    return (this.dialog?.lines.length ?? 0) > 0;
  }

  get hasChecklist(): boolean {
    return (this.dialog?.checklist.length ?? 0) > 0;
  }

  get hasHistory(): boolean {
    return (this.dialog?.history.length ?? 0) > 0;
  }

  /** Escape: the view decides what happens, and closes the dialog by no longer having one. */
  escaped(event: Event): void {
    event.preventDefault();
    if (this.dialog !== null) tell(this, this.dialog.cancel.intent);
  }

  typedReason(event: CustomEvent<{ value: string }>): void {
    tell(this, { kind: 'type-reason', reason: event.detail.value });
  }
}
