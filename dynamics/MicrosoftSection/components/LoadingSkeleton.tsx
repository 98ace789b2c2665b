import { Skeleton, SkeletonItem } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { useStyles } from './styles.ts';

/** The shape of what is coming. What it means is said by the header's status and the live region. */
export function LoadingSkeleton(): React.ReactElement {
  const styles = useStyles();
  return (
    <Skeleton aria-hidden="true" className={styles.grid}>
      {['sync', 'help', 'products', 'visible'].map((field) => (
        <SkeletonItem key={field} size={32} />
      ))}
    </Skeleton>
  );
}
