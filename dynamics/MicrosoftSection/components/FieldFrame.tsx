import { Field, InfoLabel, type FieldProps, type LabelProps } from '@fluentui/react-components';
import * as React from 'react';
import type { EditableField, EditableView } from '../../../shared/section/contract/index.ts';
import { createElement } from './create-element.ts';
import { OrEmpty } from './OrEmpty.tsx';

interface FieldFrameProps {
  readonly name: EditableField;
  readonly field: EditableView;
  readonly emptyText: string;
  /** The control, for those who may change the field. */
  readonly children: FieldProps['children'];
}

/** Puts the focus into the control of a field; nothing happens when it can't be changed now. */
export function focusField(section: HTMLElement | null, name: EditableField): void {
  const field = section?.querySelector(`[data-cosell-field="${name}"]`);
  field?.querySelector<HTMLElement>('input, [role="combobox"]')?.focus();
}

/** One field: label, help and error around its control, or its value as plain text for those who may not change it. */
export function FieldFrame({ name, field, emptyText, children }: FieldFrameProps): React.ReactElement {
  const { label, help, editable, error } = field;
  if (!editable) return <ReadOnlyField field={field} emptyText={emptyText} />;
  return (
    <Field
      data-cosell-field={name}
      label={help === '' ? label : { children: (_: unknown, props: LabelProps) => withHelp(props, label, help) }}
      {...(error !== null && { validationMessage: error })}
    >
      {children}
    </Field>
  );
}

/** The button is named by the help itself: nothing has to be opened to hear it, and no word of the library is in between. */
function withHelp(props: LabelProps, label: string, help: string): React.ReactElement {
  return (
    <InfoLabel {...props} info={help} infoButton={{ 'aria-label': help }}>
      {label}
    </InfoLabel>
  );
}

function ReadOnlyField({ field, emptyText }: Pick<FieldFrameProps, 'field' | 'emptyText'>): React.ReactElement {
  const { label, display, lockedBecause } = field;
  return (
    <dl>
      <dt>{label}</dt>
      <dd>
        <OrEmpty text={display} emptyText={emptyText} />
      </dd>
      {lockedBecause !== null && <dd className="cosell-note">{lockedBecause}</dd>}
    </dl>
  );
}
