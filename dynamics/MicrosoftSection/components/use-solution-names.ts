import * as React from 'react';
import type { SolutionCatalogue } from './part-props.ts';

/** Names of the chosen solutions, by id, as far as the catalogue knows them. Asks only for ids that it has not asked for yet. */
export function useSolutionNames(catalogue: SolutionCatalogue, ids: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = React.useState<ReadonlyMap<string, string>>(new Map());
  const asked = React.useRef(new Set<string>());
  const key = ids.join('\n');
  React.useEffect(() => {
    const unknown = key.split('\n').filter((id) => id !== '' && !asked.current.has(id));
    if (unknown.length === 0) return;
    for (const id of unknown) asked.current.add(id);
    let here = true;
    catalogue.solutionsById(unknown).then(
      (found) => {
        if (here) setNames((known) => new Map([...known, ...found.map(({ id, name }) => [id, name] as const)]));
      },
      // Names are a convenience: without them the ids are shown, and the next change asks again.
      () => unknown.forEach((id) => asked.current.delete(id)),
    );
    return () => {
      here = false;
      // An answer that came too late is not used, so it has to be asked for again.
      for (const id of unknown) asked.current.delete(id);
    };
  }, [catalogue, key]);
  return names;
}
