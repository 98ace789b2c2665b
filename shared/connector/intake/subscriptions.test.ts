import { createSubscriptions } from './subscriptions.ts';

describe('subscriptions', () => {
  it('have begun when every CRM has been subscribed to, or tried', () => {
    const subscriptions = createSubscriptions(['emea', 'apac']);
    expect(() => subscriptions.requireBegun()).toThrow('emea, apac');
    subscriptions.tell('emea', 'none');
    expect(() => subscriptions.requireBegun()).toThrow('apac');
    subscriptions.tell('apac', 'failed');
    expect(() => subscriptions.requireBegun()).not.toThrow();
    subscriptions.tell('apac', 'live');
    subscriptions.tell('apac', 'failed');
    expect(() => subscriptions.requireBegun()).not.toThrow();
  });
});
