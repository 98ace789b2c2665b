import { Dropdown, Option } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { PartProps } from './part-props.ts';

/** How Microsoft can help: a choice column, so its value is the number of an option. */
export function HelpField({ view, dispatch }: PartProps): React.ReactElement {
  const field = view.fields.help;
  const chosen = field.choices.find(({ value }) => value === String(field.value ?? ''));
  return (
    <FieldFrame name="help" field={field} emptyText={view.emptyText}>
      <Dropdown
        appearance="filled-darker"
        value={chosen?.label ?? field.display}
        selectedOptions={chosen ? [chosen.value] : []}
        onOptionSelect={(_, { optionValue = '' }) =>
          dispatch({ kind: 'set', field: 'help', value: optionValue === '' ? null : Number(optionValue) })
        }
      >
        {field.choices.map(({ value, label }) => (
          <Option key={value} value={value}>
            {label}
          </Option>
        ))}
      </Dropdown>
    </FieldFrame>
  );
}
