import * as React from 'react';
import type { ChecklistItem } from '../../../shared/section/contract/index.ts';
import { ActionButton } from './ActionButton.tsx';
import { createElement } from './create-element.ts';
import { Part } from './Part.tsx';
import type { Dispatch, PartProps } from './part-props.ts';

/** What is missing before the deal can be shared, each with its cure. */
export function Checklist({ view: { checklist, checklistTitle }, dispatch }: PartProps): React.ReactElement | null {
  if (checklist.length === 0) return null;
  return (
    <Part title={checklistTitle}>
      <ChecklistItems items={checklist} dispatch={dispatch} />
    </Part>
  );
}

interface ChecklistItemsProps {
  readonly items: readonly ChecklistItem[];
  readonly dispatch: Dispatch;
}

export function ChecklistItems({ items, dispatch }: ChecklistItemsProps): React.ReactElement {
  return (
    <ul>
      {items.map(({ code, text, cure, action }) => (
        <li key={`${code} ${text}`}>
          <bdi>{text}</bdi>
          <span className="cosell-note">
            <bdi>{cure}</bdi>
          </span>
          {action !== null && <ActionButton action={action} dispatch={dispatch} size="small" />}
        </li>
      ))}
    </ul>
  );
}
