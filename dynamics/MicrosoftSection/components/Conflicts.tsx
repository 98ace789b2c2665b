import { Text } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { Part } from './Part.tsx';
import type { PartProps } from './part-props.ts';

/** What both sides changed apart, ours and Microsoft's next to each other, or one below the other where it is narrow. */
export function Conflicts({ view }: PartProps): React.ReactElement | null {
  if (view.conflicts.length === 0) return null;
  return (
    <Part title={view.conflictsTitle}>
      {view.conflicts.map(({ field, label, ours, microsofts }) => (
        <div key={field} className="cosell-conflict">
          <Text as="h5" weight="semibold">
            {label}
          </Text>
          <dl className="cosell-sides">
            <Side label={view.oursLabel} value={ours} />
            <Side label={view.microsoftsLabel} value={microsofts} />
          </dl>
        </div>
      ))}
    </Part>
  );
}

function Side({ label, value }: { readonly label: string; readonly value: string }): React.ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
