import { fireEvent, screen, waitFor } from '@testing-library/react';
import { recordOf, sectionStates, stateOf } from '../../../shared/section/testkit/index.ts';
import { draw } from '../testkit/draw.tsx';
import type { SolutionCatalogue } from './part-props.ts';

const SOLUTIONS = [
  { id: 'SOL-15974-MQF', name: 'Cold chain', type: null },
  { id: 'SOL-2-BB', name: 'Shop floor', type: 'IP' },
];

/** The catalogue, and what it was asked. */
function catalogueOf() {
  const searched: string[] = [];
  const catalogue: SolutionCatalogue = {
    searchSolutions(text) {
      searched.push(text);
      return Promise.resolve(SOLUTIONS.filter(({ name }) => name.toLowerCase().includes(text.toLowerCase())));
    },
    solutionsById: (ids) => Promise.resolve(SOLUTIONS.filter(({ id }) => ids.includes(id))),
  };
  return { catalogue, searched };
}

const withProducts = (products: string | null) =>
  stateOf('dynamics', recordOf('dynamics', { draft: { sync: false, products } }));
const input = () => screen.getByRole('combobox', { name: 'Products' });
/** The first key opens the list, as in a browser. */
function type(text: string): void {
  fireEvent.focus(input());
  fireEvent.keyDown(input(), { key: text.charAt(0) });
  fireEvent.change(input(), { target: { value: text } });
}

describe('the products of a deal', () => {
  it('are shown by name and id, and each can be removed', async () => {
    const { intents } = await draw(withProducts('SOL-15974-MQF, SOL-9-X'), catalogueOf().catalogue);
    fireEvent.click(await screen.findByRole('button', { name: 'Remove Cold chain (SOL-15974-MQF)' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove SOL-9-X' }));
    expect(intents).toEqual([
      { kind: 'set', field: 'products', value: 'SOL-9-X' },
      { kind: 'set', field: 'products', value: 'SOL-15974-MQF' },
    ]);
  });

  it('removing the last one empties the field', async () => {
    const { intents } = await draw(withProducts('SOL-9-X'), catalogueOf().catalogue);
    fireEvent.click(screen.getByRole('button', { name: 'Remove SOL-9-X' }));
    expect(intents).toEqual([{ kind: 'set', field: 'products', value: null }]);
  });

  it('are searched by name once the person is in the field, and added with a click', async () => {
    const { catalogue, searched } = catalogueOf();
    const { intents } = await draw(withProducts('SOL-9-X'), catalogue);
    expect(searched).toEqual([]);
    type('shop');
    fireEvent.click(await screen.findByRole('option', { name: 'Shop floor (SOL-2-BB)' }));
    expect(searched).toContain('shop');
    expect(intents).toEqual([{ kind: 'set', field: 'products', value: 'SOL-9-X, SOL-2-BB' }]);
  });

  it('need not be in the catalogue: a typed id is offered as it is', async () => {
    const { intents } = await draw(withProducts(null), catalogueOf().catalogue);
    type('sol-77-abc');
    fireEvent.click(await screen.findByRole('option', { name: 'SOL-77-ABC' }));
    expect(intents).toEqual([{ kind: 'set', field: 'products', value: 'SOL-77-ABC' }]);
  });

  it('can be pasted as a list; what is chosen already is not added twice', async () => {
    const { intents } = await draw(withProducts('SOL-9-X'), catalogueOf().catalogue);
    fireEvent.paste(input(), { clipboardData: { getData: () => 'SOL-1-A\nSOL-9-X; SOL-2-BB' } });
    expect(intents).toEqual([{ kind: 'set', field: 'products', value: 'SOL-9-X, SOL-1-A, SOL-2-BB' }]);
  });

  it('can be typed as a list and entered by keyboard', async () => {
    const { intents } = await draw(withProducts(null), catalogueOf().catalogue);
    type('SOL-1-A, SOL-2-BB');
    fireEvent.keyDown(input(), { key: 'Enter' });
    expect(intents).toEqual([{ kind: 'set', field: 'products', value: 'SOL-1-A, SOL-2-BB' }]);
  });

  it.each([
    ['ja', 'コールド'],
    ['pasted', 'cold'],
  ])('are searched by what comes without a key press (%s)', async (_, text) => {
    const { catalogue, searched } = catalogueOf();
    await draw(withProducts(null), catalogue);
    fireEvent.focus(input());
    fireEvent.change(input(), { target: { value: text } });
    expect(await screen.findByRole('option')).toBeTruthy();
    expect(input().getAttribute('aria-expanded')).toBe('true');
    await waitFor(() => expect(searched).toContain(text));
    fireEvent.change(input(), { target: { value: '' } });
    expect(input().getAttribute('aria-expanded')).toBe('false');
  });

  it('are removed by a button whose name is what it shows, and more', async () => {
    await draw(withProducts('SOL-15974-MQF'), catalogueOf().catalogue);
    const button = await screen.findByRole('button', { name: 'Remove Cold chain (SOL-15974-MQF)' });
    expect(button.textContent).toBe('Cold chain (SOL-15974-MQF)');
  });

  it('offer nothing that does not fit, while the answer to what was typed is still awaited', async () => {
    const { catalogue } = catalogueOf();
    const slow = {
      ...catalogue,
      searchSolutions: (text: string) =>
        text === '' ? catalogue.searchSolutions(text) : new Promise<never>(() => undefined),
    };
    await draw(withProducts(null), slow);
    fireEvent.focus(input());
    fireEvent.keyDown(input(), { key: 'ArrowDown' });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
    fireEvent.change(input(), { target: { value: 'shop' } });
    await waitFor(() =>
      expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Shop floor (SOL-2-BB)']),
    );
  });

  it('say when nothing is found', async () => {
    const { view } = await draw(withProducts(null), catalogueOf().catalogue);
    type('nothing like it');
    expect(await screen.findByRole('option', { name: view.fields.products.noneFound })).toBeTruthy();
  });

  it('can still be chosen by id while the catalogue does not answer', async () => {
    const failing: SolutionCatalogue = {
      searchSolutions: () => Promise.reject(new Error('offline')),
      solutionsById: () => Promise.reject(new Error('offline')),
    };
    const { intents } = await draw(withProducts('SOL-9-X'), failing);
    expect(screen.getByRole('button', { name: 'Remove SOL-9-X' })).toBeTruthy();
    type('SOL-5-Z');
    fireEvent.click(await screen.findByRole('option', { name: 'SOL-5-Z' }));
    expect(intents).toEqual([{ kind: 'set', field: 'products', value: 'SOL-9-X, SOL-5-Z' }]);
  });

  it('are names and ids in plain text where they cannot be changed', async () => {
    await draw({ ...sectionStates('dynamics').closed }, catalogueOf().catalogue);
    expect(await screen.findByText('Cold chain (SOL-15974-MQF)')).toBeTruthy();
  });
});
