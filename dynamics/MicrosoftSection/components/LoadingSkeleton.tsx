import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import * as React from 'react';
import { EDITABLE_FIELDS } from '../../../shared/section/contract/index.ts';
import { createElement } from './create-element.ts';

/** The shape of what is coming. What it means is said by the header's status and the live region. */
export function LoadingSkeleton(): React.ReactElement {
  return (
    <Skeleton aria-hidden="true" className="cosell-grid">
      {EDITABLE_FIELDS.map((field) => (
        <SkeletonItem key={field} size={32} />
      ))}
    </Skeleton>
  );
}
