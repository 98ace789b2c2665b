/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-platform-show-toast-event.html */
export class ShowToastEvent extends CustomEvent<Readonly<Record<string, unknown>>> {
  constructor(detail: Readonly<Record<string, unknown>>) {
    super('lightning__showtoast', { bubbles: true, cancelable: true, composed: true, detail });
  }
}
