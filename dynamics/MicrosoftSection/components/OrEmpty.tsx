import * as React from 'react';
import { createElement, Fragment } from './create-element.ts';

/** A value, or a dash that is read out as what it means. */
export function OrEmpty({
  text,
  emptyText,
}: {
  readonly text: string;
  readonly emptyText: string;
}): React.ReactElement {
  if (text !== '') return <bdi>{text}</bdi>;
  return (
    <>
      <span aria-hidden="true">-</span>
      <span className="cosell-hidden">{emptyText}</span>
    </>
  );
}
