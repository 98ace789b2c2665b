import type { CosellError } from '../../core/errors/index.ts';
import { createColumnWriter } from './columns.ts';
import { createCurrencies } from './currencies.ts';
import { createRowReader } from './rows.ts';
import { createSchema } from './schema.ts';
import { fakeService, guid, ROOT, rows } from './testkit/fake-service.ts';

function columnWriter(known = ['EUR']) {
  const service = fakeService(({ path }) => {
    if (path.startsWith('transactioncurrencies')) {
      return rows(...known.map((isocurrencycode, n) => ({ isocurrencycode, transactioncurrencyid: guid(n) })));
    }
    if (!path.includes('/Attributes')) return rows();
    return rows(
      { LogicalName: 'estimatedvalue', AttributeType: 'Money' },
      { LogicalName: 'name', AttributeType: 'String' },
    );
  });
  const reader = createRowReader(service.send, ROOT);
  return { ...service, known, writer: createColumnWriter(createSchema(reader), createCurrencies(reader)) };
}

const CURRENCY = 'transactioncurrencyid.isocurrencycode';

describe('columns of an opportunity', () => {
  it('are numbers where the column holds one, and the lookup to a currency', async () => {
    const { writer, calls } = columnWriter();
    const values = { estimatedvalue: '84000.5', name: '007', [CURRENCY]: 'EUR' };
    await writer.prepare([values]);
    expect(writer.columnsOf(values)).toEqual({
      estimatedvalue: 84000.5,
      name: '007',
      'transactioncurrencyid@odata.bind': `/transactioncurrencies(${guid(0)})`,
    });
    const asked = calls.length;
    await writer.prepare([values]);
    expect(calls).toHaveLength(asked);
  });

  it('need no call for texts', async () => {
    const { writer, calls } = columnWriter();
    await writer.prepare([{ name: 'Line monitoring' }]);
    expect(calls).toEqual([]);
  });

  it.each([
    [{ estimatedvalue: '12345678901234567.89' }, 'value-invalid', 'estimatedvalue'],
    [{ [CURRENCY]: 'XOF' }, 'value-invalid', CURRENCY],
    [{ 'parentaccountid.name': 'x' }, 'crm-rejected', 'parentaccountid.name'],
  ])('refuse %p with its field', async (values, code, field) => {
    const { writer } = columnWriter();
    await writer.prepare([values]);
    let refused: Partial<CosellError> = {};
    try {
      writer.columnsOf(values);
    } catch (thrown) {
      refused = thrown as CosellError;
    }
    expect(refused).toMatchObject({ code, field });
  });

  it('find a currency that was added meanwhile', async () => {
    const { writer, known } = columnWriter(['USD']);
    await writer.prepare([{ [CURRENCY]: 'USD' }]);
    known.push('GBP');
    await writer.prepare([{ [CURRENCY]: 'GBP' }]);
    expect(writer.columnsOf({ [CURRENCY]: 'GBP' })).toEqual({
      'transactioncurrencyid@odata.bind': `/transactioncurrencies(${guid(1)})`,
    });
  });
});
