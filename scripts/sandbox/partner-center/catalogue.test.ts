import { CATALOGUE, findSolution } from './catalogue.ts';

describe('the catalogue', () => {
  it('has every id once, and finds it whatever its case', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id.toLowerCase())).size).toBe(CATALOGUE.length);
    expect(findSolution('sol-15974-mqf')?.name).toBe('Factory Floor Insights');
    expect(findSolution('SOL-99999-ZZZ')).toBeUndefined();
  });

  it.each(['SOL-34104-EBB', 'SOL-15974-MQF', 'SOL-Microsoft365', 'Dynamics365forFieldService'])(
    'knows %s of the published samples',
    (id) => {
      expect(findSolution(id)).toBeDefined();
    },
  );
});
