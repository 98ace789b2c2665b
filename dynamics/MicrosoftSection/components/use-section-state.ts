import * as React from 'react';
import type { SectionController, SectionState } from '../../../shared/section/contract/index.ts';

/** The controller's state, followed. What changes between drawing and subscribing is not lost. */
export function useSectionState({ state, subscribe }: Pick<SectionController, 'state' | 'subscribe'>): SectionState {
  const [current, setCurrent] = React.useState(state);
  React.useEffect(() => {
    const follow = (): void => setCurrent(state());
    follow();
    return subscribe(follow);
  }, [state, subscribe]);
  return current;
}
