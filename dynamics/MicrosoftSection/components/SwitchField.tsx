import { Switch } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { PartProps } from './part-props.ts';

/** A yes or no of the opportunity: whether it is synced, whether Microsoft's sellers may see it. */
export function SwitchField({
  view,
  dispatch,
  name,
}: PartProps & { readonly name: 'sync' | 'visible' }): React.ReactElement {
  const field = view.fields[name];
  return (
    <FieldFrame name={name} field={field} emptyText={view.emptyText}>
      <Switch
        checked={field.value === true}
        onChange={(_, { checked }) => dispatch({ kind: 'set', field: name, value: checked })}
      />
    </FieldFrame>
  );
}
