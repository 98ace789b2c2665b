import { Subtitle2, Text } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { NewTabLink } from './NewTabLink.tsx';
import { OverflowMenu } from './OverflowMenu.tsx';
import type { PartProps } from './part-props.ts';
import { StatusBadge } from './StatusBadge.tsx';

/** Title, where the deal stands, which side it came from, and the way to it in Partner Center. */
export function SectionHeader({ titleId, ...props }: PartProps & { readonly titleId: string }): React.ReactElement {
  const { title, status, direction, link } = props.view;
  return (
    <div className="cosell-header">
      {/* Focusable by script only: where the focus goes when a dialog closes and its opener is gone. */}
      <Subtitle2 as="h3" id={titleId} tabIndex={-1}>
        {title}
      </Subtitle2>
      <StatusBadge {...status} />
      {direction !== null && <Text size={200}>{direction}</Text>}
      <div className="cosell-end">
        {link !== null && <NewTabLink {...link} dispatch={props.dispatch} />}
        <OverflowMenu {...props} />
      </div>
    </div>
  );
}
