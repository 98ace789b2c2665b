import { Field, InfoLabel, type FieldProps, type LabelProps } from '@fluentui/react-components';
import * as React from 'react';
import type { EditableView } from '../../../shared/section/contract/index.ts';
import { OrEmpty } from './OrEmpty.tsx';
import { useStyles } from './styles.ts';

interface FieldFrameProps {
  readonly field: EditableView;
  readonly emptyText: string;
  /** The control, for those who may change the field. */
  readonly children: FieldProps['children'];
}

/** One field: label, help and error around its control, or its value as plain text for those who may not change it. */
export function FieldFrame({ field, emptyText, children }: FieldFrameProps): React.ReactElement {
  const { label, help, editable, error } = field;
  if (!editable) return <ReadOnlyField field={field} emptyText={emptyText} />;
  return (
    <Field
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
  const styles = useStyles();
  const { label, display, lockedBecause } = field;
  return (
    <dl className={styles.single}>
      <dt className={styles.term}>{label}</dt>
      <dd className={styles.value}>
        <OrEmpty text={display} emptyText={emptyText} />
      </dd>
      {lockedBecause !== null && <dd className={styles.note}>{lockedBecause}</dd>}
    </dl>
  );
}
