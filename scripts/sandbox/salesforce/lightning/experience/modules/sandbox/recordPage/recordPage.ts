import { LightningElement } from 'lwc';
import Toast, { type ToastMode, type ToastVariant } from 'lightning/toast';
import { page } from '../../../page.ts';

interface ToastRequest {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: ToastVariant;
  readonly mode?: ToastMode;
}

/** A record page as Lightning App Builder lays it out: header, highlights, details, and our section at the side. */
export default class RecordPage extends LightningElement {
  recordId = page.record?.recordId ?? '';
  objectApiName = page.record?.objectApiName ?? '';

  get isOpportunity(): boolean {
    return this.objectApiName === 'Opportunity';
  }

  override connectedCallback(): void {
    window.addEventListener('lightning__showtoast', this.#showToast);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('lightning__showtoast', this.#showToast);
  }

  readonly #showToast = (event: Event): void => {
    const {
      title = '',
      message = '',
      variant = 'info',
      mode = 'dismissible',
    } = (event as CustomEvent<ToastRequest>).detail;
    // Toasts of the base components send the same event with a label; those show themselves.
    if (title !== '' || message !== '')
      Toast.show({ label: title, message, variant, mode }, this as unknown as HTMLElement);
  };
}
