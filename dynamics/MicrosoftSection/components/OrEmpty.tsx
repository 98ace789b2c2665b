import * as React from 'react';
import { createElement, Fragment } from './create-element.ts';
import { useStyles } from './styles.ts';

/** A value, or a dash that is read out as what it means. */
export function OrEmpty({
  text,
  emptyText,
}: {
  readonly text: string;
  readonly emptyText: string;
}): React.ReactElement {
  const styles = useStyles();
  if (text !== '') return <bdi>{text}</bdi>;
  return (
    <>
      <span aria-hidden="true">-</span>
      <span className={styles.hidden}>{emptyText}</span>
    </>
  );
}
