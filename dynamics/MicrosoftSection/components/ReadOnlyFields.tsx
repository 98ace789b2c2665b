import { Button, Tooltip } from '@fluentui/react-components';
import * as React from 'react';
import type { ReadOnlyView } from '../../../shared/section/contract/index.ts';
import { createElement, Fragment } from './create-element.ts';
import { Icon } from './icons.tsx';
import { NewTabLink } from './NewTabLink.tsx';
import { OrEmpty } from './OrEmpty.tsx';
import { Part } from './Part.tsx';
import type { PartProps } from './part-props.ts';

/** What the connector wrote: text, never a disabled input. */
export function ReadOnlyFields({ view, dispatch }: PartProps): React.ReactElement | null {
  if (view.readOnly.length === 0) return null;
  return (
    <Part title={view.readOnlyTitle}>
      <dl className="cosell-grid">
        {view.readOnly.map((field) => (
          <div key={field.key}>
            <dt>{field.label}</dt>
            <dd>
              <Value field={field} view={view} dispatch={dispatch} />
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Value({ field, view, dispatch }: PartProps & { readonly field: ReadOnlyView }): React.ReactElement {
  const { text, title, url } = field;
  if (url !== null) {
    return <NewTabLink label={text} url={url} newTabText={view.link?.newTabText ?? ''} dispatch={dispatch} />;
  }
  const shown =
    title === null || title === text ? (
      <OrEmpty text={text} emptyText={view.emptyText} />
    ) : (
      <WithTitle text={text} title={title} />
    );
  return (
    <>
      {shown}
      <CopyButton field={field} view={view} dispatch={dispatch} />
    </>
  );
}

/** The absolute time behind "4 minutes ago", on hover and for those who go there by keyboard. */
function WithTitle({ text, title }: { readonly text: string; readonly title: string }): React.ReactElement {
  return (
    <Tooltip content={title} relationship="description">
      {/* In the tab order, because the tooltip has to be reachable by keyboard. */}
      <bdi tabIndex={0}>{text}</bdi>
    </Tooltip>
  );
}

function CopyButton({
  field,
  view,
  dispatch,
}: PartProps & { readonly field: ReadOnlyView }): React.ReactElement | null {
  const { label, text, copyable } = field;
  if (!copyable || text === '') return null;
  return (
    <Tooltip content={view.copyLabel.replace('{0}', label)} relationship="label">
      <Button
        appearance="subtle"
        size="small"
        icon={<Icon name="copy" />}
        onClick={() => dispatch({ kind: 'copy', text })}
      />
    </Tooltip>
  );
}
