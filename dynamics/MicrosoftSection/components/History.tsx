import { Subtitle2, Text } from '@fluentui/react-components';
import * as React from 'react';
import type { HistoryDay, HistoryEntry } from '../../../shared/section/contract/index.ts';
import { ActionButton } from './ActionButton.tsx';
import { createElement, Fragment } from './create-element.ts';
import type { PartProps } from './part-props.ts';
import { useStyles } from './styles.ts';

/** The newest entries, and the way to all of them. */
export function RecentHistory({ view, dispatch }: PartProps): React.ReactElement | null {
  const styles = useStyles();
  if (view.recent.length === 0) return null;
  return (
    <div>
      <Subtitle2 as="h4" className={styles.subheading}>
        {view.historyTitle}
      </Subtitle2>
      <HistoryDays days={view.recent} />
      {view.showAllHistory !== null && (
        <ActionButton action={view.showAllHistory} dispatch={dispatch} appearance="subtle" size="small" />
      )}
    </div>
  );
}

/** Entries by day, newest first, as they come. */
export function HistoryDays({ days }: { readonly days: readonly HistoryDay[] }): React.ReactElement {
  const styles = useStyles();
  return (
    <>
      {days.map(({ day, entries }) => (
        <div key={day}>
          <Text as="p" weight="semibold" size={200} className={styles.day}>
            {day}
          </Text>
          <ul className={styles.plainList}>
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
  const styles = useStyles();
  const { changes, reference } = entry;
  return (
    <li>
      <Line entry={entry} />
      {changes.length > 0 && (
        <ul className={styles.list}>
          {changes.map(({ label, from, to, direction }) => (
            <li key={label}>
              {label}: <bdi>{from}</bdi> → <bdi>{to}</bdi> <span className={styles.note}>{direction}</span>
            </li>
          ))}
        </ul>
      )}
      {reference !== null && <div className={styles.code}>{reference}</div>}
    </li>
  );
}

function Line({ entry: { toneText, sentence, by, time, at } }: { readonly entry: HistoryEntry }): React.ReactElement {
  const styles = useStyles();
  return (
    <>
      {toneText !== '' && <strong>{toneText} </strong>}
      <bdi>{sentence}</bdi>{' '}
      <span className={styles.term}>
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
