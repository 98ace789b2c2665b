import * as React from 'react';
import type { SolutionOption } from '../../../shared/section/contract/index.ts';
import type { SolutionCatalogue } from './part-props.ts';

const PAUSE_MS = 250;

export interface SolutionSearchState {
  readonly found: readonly SolutionOption[];
  readonly searching: boolean;
}

const NOTHING: SolutionSearchState = { found: [], searching: false };

/**
 * What the catalogue finds for the typed text, once the typing has paused. An answer that is overtaken is dropped. Nothing is
 * asked before the person is in the field: a form that is only looked at costs no call.
 */
export function useSolutionSearch(catalogue: SolutionCatalogue, text: string, active: boolean): SolutionSearchState {
  const [state, setState] = React.useState(NOTHING);
  React.useEffect(() => {
    if (!active) return undefined;
    let here = true;
    const show = (found: readonly SolutionOption[]): void => {
      if (here) setState({ found, searching: false });
    };
    // What was found before stays as far as it fits: nobody may choose by a list that answers another question.
    setState(({ found }) => ({ found: found.filter(fits(text)), searching: true }));
    // Without an answer the list stays empty, and an id can still be typed.
    const ask = (): void => void catalogue.searchSolutions(text.trim()).then(show, () => show([]));
    const timer = window.setTimeout(ask, text === '' ? 0 : PAUSE_MS);
    return () => {
      here = false;
      window.clearTimeout(timer);
    };
  }, [catalogue, text, active]);
  return active ? state : NOTHING;
}

function fits(text: string): (solution: SolutionOption) => boolean {
  const wanted = text.trim().toLowerCase();
  return ({ id, name }) => [id, name].some((words) => words.toLowerCase().includes(wanted));
}
