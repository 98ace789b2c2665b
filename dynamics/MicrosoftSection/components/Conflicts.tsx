import { Subtitle2, Text } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import type { PartProps } from './part-props.ts';
import { useStyles } from './styles.ts';

/** What both sides changed apart, ours and Microsoft's next to each other, or one below the other where it is narrow. */
export function Conflicts({ view }: PartProps): React.ReactElement | null {
  const styles = useStyles();
  if (view.conflicts.length === 0) return null;
  return (
    <div>
      <Subtitle2 as="h4" className={styles.subheading}>
        {view.conflictsTitle}
      </Subtitle2>
      {view.conflicts.map(({ field, label, ours, microsofts }) => (
        <div key={field} className={styles.conflict}>
          <Text as="h5" weight="semibold" className={styles.subheading}>
            {label}
          </Text>
          <dl className={styles.sides}>
            <Side label={view.oursLabel} value={ours} />
            <Side label={view.microsoftsLabel} value={microsofts} />
          </dl>
        </div>
      ))}
    </div>
  );
}

function Side({ label, value }: { readonly label: string; readonly value: string }): React.ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.side}>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.value}>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
