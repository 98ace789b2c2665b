import { matchAccount } from './match-account.ts';

const candidate = (id: string, name: string, postalCode: string | null) => ({ id, name, postalCode });

describe('the account of a customer', () => {
  it.each([
    ['the same name and postal code', 'B1 1AA', [candidate('1', 'Adatum Motors', 'B1 1AA')], '1'],
    ['other case and spaces', 'b1-1aa', [candidate('1', ' adatum  MOTORS', 'B11AA')], '1'],
    ['another postal code', 'B1 1AA', [candidate('1', 'Adatum Motors', 'B2 2BB')], null],
    ['no postal code in the CRM', 'B1 1AA', [candidate('1', 'Adatum Motors', null)], null],
    ['another name', 'B1 1AA', [candidate('1', 'Adatum', 'B1 1AA')], null],
    [
      'several: the first',
      'B1 1AA',
      [candidate('1', 'Adatum Motors', 'B1 1AA'), candidate('2', 'Adatum Motors', 'B1 1AA')],
      '1',
    ],
    ['no postal code on the deal, one account', null, [candidate('1', 'Adatum Motors', 'B1 1AA')], '1'],
    [
      'no postal code on the deal, two accounts',
      null,
      [candidate('1', 'Adatum Motors', 'B1 1AA'), candidate('2', 'Adatum Motors', null)],
      null,
    ],
    ['nothing there', null, [], null],
  ])('%s', (_what, postalCode, candidates, id) => {
    expect(matchAccount({ name: 'Adatum Motors', postalCode }, candidates)?.account.id ?? null).toBe(id);
  });

  it('says by what it was found', () => {
    const there = [candidate('1', 'Adatum Motors', 'B1 1AA')];
    expect(matchAccount({ name: 'Adatum Motors', postalCode: 'B1 1AA' }, there)?.by).toBe('name and postal code');
    expect(matchAccount({ name: 'Adatum Motors', postalCode: null }, there)?.by).toBe('name');
  });
});
