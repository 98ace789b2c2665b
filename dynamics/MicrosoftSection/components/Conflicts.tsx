import * as React from 'react';
import type { PartProps } from './part-props.ts';
import { useStyles } from './styles.ts';

/** What both sides changed apart, ours and Microsoft's next to each other. */
export function Conflicts({ view }: PartProps): React.ReactElement | null {
  const styles = useStyles();
  if (view.conflicts.length === 0) return null;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{view.conflictsTitle}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{view.oursLabel}</th>
          <th scope="col">{view.microsoftsLabel}</th>
        </tr>
      </thead>
      <tbody>
        {view.conflicts.map((conflict) => (
          <tr key={conflict.field}>
            <th scope="row">{conflict.label}</th>
            <td>{conflict.ours}</td>
            <td>{conflict.microsofts}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
