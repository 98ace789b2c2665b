import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';

/** The shape of what is coming. What it means is said by the header's status and the live region. */
export function LoadingSkeleton(): React.ReactElement {
  return (
    <Skeleton aria-hidden="true" className="cosell-grid">
      {['sync', 'help', 'products', 'visible'].map((field) => (
        <SkeletonItem key={field} size={32} />
      ))}
    </Skeleton>
  );
}
