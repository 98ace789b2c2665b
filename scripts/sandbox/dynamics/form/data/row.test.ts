import { BOOT } from '../testkit.ts';
import { readRow, toPayload } from './row.ts';

describe('readRow', () => {
  it('takes values, the texts of the server and what lookups point to', () => {
    const row = readRow(BOOT.table, {
      name: 'Deal',
      estimatedvalue: 10,
      'estimatedvalue@OData.Community.Display.V1.FormattedValue': '€10.00',
      _customerid_value: 'a1',
      '_customerid_value@OData.Community.Display.V1.FormattedValue': 'Ana',
      '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'contact',
    });
    expect(row).toMatchObject({
      values: {
        name: 'Deal',
        estimatedvalue: 10,
        cosell_help: null,
        customerid: { id: 'a1', name: 'Ana', entityType: 'contact' },
        parentaccountid: null,
      },
      formatted: { estimatedvalue: '€10.00', customerid: 'Ana' },
    });
  });
});

describe('toPayload', () => {
  it('binds lookups by the navigation property of the table that they point to', () => {
    const changes = {
      name: 'New',
      customerid: { id: 'c1', name: 'Ana', entityType: 'contact' },
      parentaccountid: null,
    };
    expect(toPayload(BOOT.table, BOOT.tables, changes)).toEqual({
      name: 'New',
      'customerid_contact@odata.bind': '/contacts(c1)',
      'parentaccountid@odata.bind': null,
    });
  });
});
