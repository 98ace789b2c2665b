/** What the record page shows of an object, in the order of a usual page layout. */
export interface Layout {
  readonly icon: string;
  readonly highlights: readonly string[];
  readonly fields: readonly string[];
}

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  Opportunity: {
    icon: 'standard:opportunity',
    highlights: ['AccountId', 'CloseDate', 'Amount', 'OwnerId'],
    fields: [
      'Name',
      'AccountId',
      'CloseDate',
      'Amount',
      'StageName',
      'CurrencyIsoCode',
      'Probability',
      'Type',
      'NextStep',
      'LeadSource',
      'Description',
    ],
  },
  Account: {
    icon: 'standard:account',
    highlights: ['Phone', 'Website', 'Industry', 'OwnerId'],
    fields: [
      'Name',
      'Phone',
      'Industry',
      'Website',
      'BillingStreet',
      'BillingCity',
      'BillingState',
      'BillingPostalCode',
      'BillingCountry',
      'Description',
    ],
  },
  Contact: {
    icon: 'standard:contact',
    highlights: ['AccountId', 'Title', 'Phone', 'Email'],
    fields: ['FirstName', 'LastName', 'AccountId', 'Title', 'Email', 'Phone'],
  },
};

/** `Opportunity.AccountId` and, of what it points to, the name: `Opportunity.Account.Name`. */
export function fieldNames(objectApiName: string, fields: readonly string[]): readonly string[] {
  return fields.flatMap((field) => {
    const parent = field.endsWith('Id') ? [`${objectApiName}.${field.slice(0, -2)}.Name`] : [];
    return [`${objectApiName}.${field}`, ...parent];
  });
}
