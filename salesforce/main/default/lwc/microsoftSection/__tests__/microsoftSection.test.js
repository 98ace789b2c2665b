import { registerSa11yMatcher } from '@sa11y/jest';
import MicrosoftSection from 'c/microsoftSection';
import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';

beforeAll(registerSa11yMatcher);

afterEach(() => document.body.replaceChildren());

function show() {
  const element = createElement('c-microsoft-section', { is: MicrosoftSection });
  element.recordId = '006000000000001AAA';
  document.body.appendChild(element);
  return element;
}

const record = (status, label) => ({
  id: '006000000000001AAA',
  fields: {
    Partner_Center_Status__c: { value: status, displayValue: label },
    Referral_Identifier__c: { value: 'referral-1', displayValue: null },
  },
});

describe('c-microsoft-section', () => {
  it('asks for the status of its opportunity', async () => {
    show();
    await Promise.resolve();
    expect(getRecord.getLastConfig()).toEqual({
      recordId: '006000000000001AAA',
      fields: ['Opportunity.Partner_Center_Status__c', 'Opportunity.Referral_Identifier__c'],
    });
  });

  it('shows the status in words and the referral', async () => {
    const element = show();
    getRecord.emit(record('in-sync', '✔ In sync'));
    await Promise.resolve();
    const status = element.shadowRoot.querySelector('[role="status"]');
    expect(status.textContent).toBe('✔ In sync');
    expect(status.dataset.status).toBe('in-sync');
    expect(element.shadowRoot.querySelector('[data-id="referral"]').textContent).toBe('referral-1');
    await expect(element).toBeAccessible();
  });

  it('reads an empty status as not shared', async () => {
    const element = show();
    getRecord.emit(record(null, null));
    await Promise.resolve();
    expect(element.shadowRoot.querySelector('[role="status"]').dataset.status).toBe('not-shared');
  });
});
