import { Text } from '@fluentui/react-components';
import * as React from 'react';
import type { HistoryDay, HistoryEntry } from '../../../shared/section/contract/index.ts';
import { ActionButton } from './ActionButton.tsx';
import { createElement, Fragment } from './create-element.ts';
import { Part } from './Part.tsx';
import type { PartProps } from './part-props.ts';

/** The newest entries, and the way to all of them. */
export function RecentHistory({ view, dispatch }: PartProps): React.ReactElement | null {
  if (view.recent.length === 0) return null;
  return (
    <Part title={view.historyTitle}>
      <HistoryDays days={view.recent} />
      {view.showAllHistory !== null && (
        <ActionButton action={view.showAllHistory} dispatch={dispatch} appearance="subtle" size="small" />
      )}
    </Part>
  );
}

/** Entries by day, newest first, as they come. */
export function HistoryDays({ days }: { readonly days: readonly HistoryDay[] }): React.ReactElement {
  return (
    <>
      {days.map(({ day, entries }) => (
        <div key={day}>
          <Text as="p" weight="semibold" size={200}>
            {day}
          </Text>
          <ul className="cosell-day">
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }): React.ReactElement {
  const { changes, reference } = entry;
  return (
    <li>
      <Line entry={entry} />
      {changes.length > 0 && (
        <ul>
          {changes.map(({ label, from, to, direction }) => (
            <li key={label}>
              {label}: <bdi>{from}</bdi> → <bdi>{to}</bdi> <span className="cosell-note">{direction}</span>
            </li>
          ))}
        </ul>
      )}
      {reference !== null && <div className="cosell-code">{reference}</div>}
    </li>
  );
}

function Line({ entry: { toneText, sentence, by, time, at } }: { readonly entry: HistoryEntry }): React.ReactElement {
  return (
    <>
      {toneText !== '' && <strong>{toneText} </strong>}
      <bdi>{sentence}</bdi>{' '}
      <span className="cosell-minor">
        {by !== null && (
          <>
            <bdi>{by}</bdi>
            {' · '}
          </>
        )}
        <time dateTime={at} dir="auto">
          {time}
        </time>
      </span>
    </>
  );
}
