import type { SectionClock, SectionState } from '../contract/index.ts';

/** Holds the state and tells the host when it has changed. The same state object is handed out until then. */
export interface Store {
  get(): SectionState;
  set(changes: Partial<SectionState>): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: Omit<SectionState, 'now'>, clock: SectionClock): Store {
  const now = () => clock.now().toISOString();
  const listeners = new Set<() => void>();
  let state: SectionState = { ...initial, now: now() };
  return {
    get: () => state,
    set(changes) {
      state = { ...state, ...changes, now: now() };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
