import { Subtitle2 } from '@fluentui/react-components';
import * as React from 'react';
import type { ChecklistItem } from '../../../shared/section/contract/index.ts';
import { ActionButton } from './ActionButton.tsx';
import { createElement } from './create-element.ts';
import type { Dispatch, PartProps } from './part-props.ts';
import { useStyles } from './styles.ts';

/** What is missing before the deal can be shared, each with its cure. */
export function Checklist({ view: { checklist, checklistTitle }, dispatch }: PartProps): React.ReactElement | null {
  const styles = useStyles();
  if (checklist.length === 0) return null;
  return (
    <div>
      <Subtitle2 as="h4" className={styles.subheading}>
        {checklistTitle}
      </Subtitle2>
      <ChecklistItems items={checklist} dispatch={dispatch} />
    </div>
  );
}

interface ChecklistItemsProps {
  readonly items: readonly ChecklistItem[];
  readonly dispatch: Dispatch;
}

export function ChecklistItems({ items, dispatch }: ChecklistItemsProps): React.ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {items.map(({ code, text, cure, action }) => (
        <li key={`${code} ${text}`}>
          <bdi>{text}</bdi>
          <span className={styles.note}>
            <bdi>{cure}</bdi>
          </span>
          {action !== null && <ActionButton action={action} dispatch={dispatch} size="small" />}
        </li>
      ))}
    </ul>
  );
}
