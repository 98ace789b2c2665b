import { registerSa11yMatcher } from '@sa11y/jest';
import SectionProducts from 'c/sectionProducts';
import { createElement } from 'lwc';

const ALPHA = { id: 'SOL-1-AA', name: 'Alpha', type: '3P' };
const BETA = { id: 'SOL-2-BB', name: 'Beta', type: '3P' };

const fieldWith = (ids, changes = {}) => ({
  label: 'Products',
  help: '',
  value: ids.join(', '),
  display: ids.join(', '),
  visible: true,
  editable: true,
  lockedBecause: null,
  error: null,
  ids,
  placeholder: 'Search',
  removeLabel: 'Remove {0}',
  noneFound: 'No product fits.',
  searching: 'Searching…',
  ...changes,
});

function show(ids = [], { found = [ALPHA, BETA], ...changes } = {}) {
  const element = createElement('c-section-products', { is: SectionProducts });
  const catalogue = {
    searchSolutions: jest.fn().mockResolvedValue(found),
    solutionsById: jest
      .fn()
      .mockImplementation((asked) => Promise.resolve([ALPHA, BETA].filter(({ id }) => asked.includes(id)))),
  };
  const chosen = [];
  const said = [];
  element.addEventListener('choose', ({ detail }) => chosen.push(detail));
  element.addEventListener('say', ({ detail }) => said.push(detail));
  Object.assign(element, { field: fieldWith(ids, changes), catalogue });
  document.body.appendChild(element);
  const find = (selector) => element.shadowRoot.querySelector(selector);
  const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
  return { element, catalogue, chosen, said, find, all, input: find('input') };
}

async function settle() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

async function type({ input }, text) {
  input.value = text;
  input.dispatchEvent(new Event('input'));
  jest.advanceTimersByTime(250);
  await settle();
}

async function press({ input }, key) {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, composed: true });
  input.dispatchEvent(event);
  await settle();
  return event;
}

beforeAll(registerSa11yMatcher);
beforeEach(() => jest.useFakeTimers({ doNotFake: ['queueMicrotask'] }));
afterEach(() => {
  jest.useRealTimers();
  document.body.replaceChildren();
});

describe('what is chosen', () => {
  it('is shown by name and id, an id that the catalogue lacks by itself', async () => {
    const { all } = show(['SOL-1-AA', 'SOL-9-ZZ']);
    await settle();
    expect(all('li.product .words').map(({ textContent }) => textContent)).toEqual(['AlphaSOL-1-AA', 'SOL-9-ZZ']);
  });

  it('is taken away by a button that names it', async () => {
    const { chosen, find } = show(['SOL-1-AA', 'SOL-2-BB']);
    await settle();
    const button = find('lightning-button-icon[data-id="SOL-1-AA"]');
    expect(button.alternativeText).toBe('Remove Alpha SOL-1-AA');
    button.click();
    expect(chosen).toEqual(['SOL-2-BB']);
  });

  it('becomes empty with the last one', async () => {
    const { chosen, find } = show(['SOL-1-AA']);
    await settle();
    find('lightning-button-icon').click();
    expect(chosen).toEqual([null]);
  });
});

describe('searching', () => {
  it('asks once typing has paused', async () => {
    const shown = show();
    shown.input.value = 'al';
    shown.input.dispatchEvent(new Event('input'));
    jest.advanceTimersByTime(200);
    await type(shown, 'alp');
    expect(shown.catalogue.searchSolutions.mock.calls).toEqual([['alp']]);
  });

  it('offers what is found, without what is chosen already', async () => {
    const shown = show(['sol-1-aa']);
    await type(shown, 'a');
    expect(shown.all('[role="option"]').map(({ dataset, textContent }) => [dataset.index, textContent])).toEqual([
      ['0', 'BetaSOL-2-BB'],
    ]);
    expect(shown.input.getAttribute('aria-expanded')).toBe('true');
  });

  it('says when nothing fits', async () => {
    const shown = show([], { found: [] });
    await type(shown, 'zzz');
    expect(shown.find('[data-id="note"]').textContent).toBe('No product fits.');
    expect(shown.said).toEqual(['No product fits.']);
  });

  it('shows nothing of a search that was given up', async () => {
    const shown = show();
    await type(shown, 'a');
    await type(shown, '');
    expect(shown.all('[role="option"]')).toEqual([]);
    expect(shown.input.getAttribute('aria-expanded')).toBe('false');
  });

  it('offers nothing that does not fit, while the answer to what was typed is still awaited', async () => {
    const shown = show();
    await type(shown, 'a');
    shown.input.value = 'bet';
    shown.input.dispatchEvent(new Event('input'));
    await settle();
    expect(shown.all('[role="option"]').map(({ textContent }) => textContent)).toEqual(['BetaSOL-2-BB']);
    await press(shown, 'Enter');
    expect(shown.chosen).toEqual(['SOL-2-BB']);
  });

  it('treats a search that failed as one without results', async () => {
    const shown = show();
    shown.catalogue.searchSolutions.mockRejectedValueOnce(new Error('offline'));
    await type(shown, 'a');
    expect(shown.find('[data-id="note"]').textContent).toBe('No product fits.');
  });
});

describe('the keyboard', () => {
  it('marks with the arrows, round the list, and takes with Enter', async () => {
    const shown = show();
    await type(shown, 'a');
    await press(shown, 'ArrowDown');
    await press(shown, 'ArrowUp');
    const marked = shown.find('[aria-selected="true"]');
    expect(marked.dataset.index).toBe('1');
    expect(shown.input.getAttribute('aria-activedescendant')).toBe(marked.id);
    await press(shown, 'Enter');
    expect(shown.chosen).toEqual(['SOL-2-BB']);
  });

  it('takes the only product found with Enter alone', async () => {
    const shown = show([], { found: [ALPHA] });
    await type(shown, 'alp');
    await press(shown, 'Enter');
    expect(shown.chosen).toEqual(['SOL-1-AA']);
  });

  it('takes a typed id that the catalogue lacks, but no word', async () => {
    const shown = show([], { found: [] });
    await type(shown, 'sol-7-qq');
    await press(shown, 'Enter');
    await type(shown, 'fabric');
    await press(shown, 'Enter');
    expect(shown.chosen).toEqual(['SOL-7-QQ']);
  });

  it('opens the list with an arrow before anything is typed', async () => {
    const shown = show();
    await press(shown, 'ArrowDown');
    expect(shown.all('[role="option"]')).toHaveLength(2);
  });

  it('closes the list with Escape, and only the list', async () => {
    const shown = show();
    const outside = jest.fn();
    shown.element.addEventListener('keydown', outside);
    await type(shown, 'a');
    await press(shown, 'Escape');
    expect(shown.all('[role="option"]')).toEqual([]);
    expect(outside).not.toHaveBeenCalled();
    await press(shown, 'Escape');
    expect(outside).toHaveBeenCalledTimes(1);
  });
});

describe('an input method', () => {
  it('opens the list by what it enters, and keeps its own keys', async () => {
    const shown = show([], { found: [ALPHA] });
    await type(shown, 'アルファ');
    expect(shown.input.getAttribute('aria-expanded')).toBe('true');
    shown.input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    await settle();
    expect(shown.chosen).toEqual([]);
  });
});

describe('the mouse', () => {
  it('takes what is clicked, without the field losing the focus first', async () => {
    const shown = show();
    await type(shown, 'a');
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    shown.find('[role="option"]').dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    shown.find('[role="option"]').click();
    expect(shown.chosen).toEqual(['SOL-1-AA']);
  });
});

describe('pasting', () => {
  async function paste(shown, text) {
    const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { getData: () => text } });
    shown.input.dispatchEvent(event);
    await settle();
    return event;
  }

  it('takes a whole list, each product once', async () => {
    const shown = show(['SOL-1-AA']);
    const event = await paste(shown, 'sol-1-aa; SOL-2-BB\nSOL-3-CC,SOL-2-BB');
    expect(shown.chosen).toEqual(['SOL-1-AA, SOL-2-BB, SOL-3-CC']);
    expect(event.defaultPrevented).toBe(true);
  });

  it('leaves a single word to the field', async () => {
    const shown = show();
    const event = await paste(shown, 'fabric');
    expect(shown.chosen).toEqual([]);
    expect(event.defaultPrevented).toBe(false);
  });
});

it('is accessible with the list open, something chosen and an error', async () => {
  const shown = show(['SOL-9-ZZ'], { error: '"SOL-9" is not a solution id.' });
  await type(shown, 'a');
  await press(shown, 'ArrowDown');
  jest.useRealTimers();
  await expect(shown.element).toBeAccessible();
});
