type Handler = () => Promise<unknown>;

export const REFRESH_COMPLETE = 'REFRESH_COMPLETE';
export const REFRESH_COMPLETE_WITH_ERRORS = 'REFRESH_COMPLETE_WITH_ERRORS';
export const REFRESH_ERROR = 'REFRESH_ERROR';

/** https://developer.salesforce.com/docs/platform/lwc/guide/data-refreshview.html */
export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super('lightning__refreshview', { bubbles: true, composed: true, cancelable: true });
  }
}

const handlers = new Map<number, Handler>();
let last = 0;

/** @returns what `unregisterRefreshHandler` takes */
export function registerRefreshHandler(_element: object, handler: Handler): number {
  last += 1;
  handlers.set(last, handler);
  return last;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

window.addEventListener('lightning__refreshview', () => {
  for (const handler of handlers.values()) void handler();
});
