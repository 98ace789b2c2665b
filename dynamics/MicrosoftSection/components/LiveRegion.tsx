import * as React from 'react';
import { createElement } from './create-element.ts';

/** Says what changed, once. It is there from the start, because a region that appears together with its text is not read. */
export function LiveRegion({ text }: { readonly text: string }): React.ReactElement {
  return (
    <div role="status" className="cosell-hidden">
      {text}
    </div>
  );
}
