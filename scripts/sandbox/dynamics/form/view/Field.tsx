import * as React from 'react';
import { Field, Input, Link, Select, Textarea } from '@fluentui/react-components';
import type { FormCell, FormColumn } from '../boot.ts';
import { formatCell } from '../data/format.ts';
import { type CellValue, cellText, isLookup } from '../data/values.ts';
import { isEditable } from '../record/rules.ts';
import { recordAddress } from './address.ts';
import { useForm } from './form-context.ts';
import { Icon } from './icons.tsx';
import { LookupField } from './LookupField.tsx';
import { NumberInput } from './NumberInput.tsx';

const OPENABLE = ['account', 'contact'];

/** A cell of the form: label, and the platform's own control for the column's type. */
export function FieldCell({ cell }: { readonly cell: FormCell }): React.ReactElement | null {
  const { boot, session, state } = useForm();
  const column = boot.table.columns[cell.column];
  if (!column) return null;
  const value = session.value(column.name);
  const disabled =
    cell.readOnly || session.readOnlyBecause() !== null || !isEditable(boot, column.name, state.id === null);
  const label = cell.label || column.label;
  const missing = state.missing.includes(column.name);
  const lookup = isLookup(value) && OPENABLE.includes(value.entityType) ? value : null;
  const input = column.security.read ? (
    <FieldInput
      column={column}
      value={value}
      disabled={disabled}
      onChange={(next) => session.change({ [column.name]: next })}
    />
  ) : (
    <Input appearance="filled-darker" value="********" disabled />
  );
  return (
    <div data-column={column.name}>
      <Field
        label={column.security.secured ? { children: [<Icon key="lock" name="lock" size={14} />, ' ', label] } : label}
        required={column.required}
        validationMessage={missing ? `${label}: Required fields must be filled in.` : undefined}
      >
        {input}
      </Field>
      {lookup && (
        <Link href={recordAddress(lookup.entityType, lookup.id)} style={{ fontSize: '12px' }}>
          Open {lookup.name}
        </Link>
      )}
    </div>
  );
}

interface FieldInputProps {
  readonly column: FormColumn;
  readonly value: CellValue;
  readonly disabled: boolean;
  readonly onChange: (value: CellValue) => void;
}

/** The control is handed its label's id by the Field around it: exactly one element, whose other properties pass through. */
function FieldInput({ column, value, disabled, onChange, ...field }: FieldInputProps): React.ReactElement {
  const { boot, session } = useForm();
  const shared = { ...field, appearance: 'filled-darker', disabled } as const;
  switch (column.type) {
    case 'lookup':
      return <LookupField {...field} column={column} value={value} disabled={disabled} onChange={onChange} />;
    case 'choice':
    case 'state':
    case 'status':
      return (
        <Select
          {...shared}
          value={cellText(value)}
          onChange={(_, data) => onChange(data.value === '' ? null : Number(data.value))}
        >
          {column.type === 'choice' && <option value="">--Select--</option>}
          {optionsNow(column, session.value('statecode')).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      );
    case 'boolean':
      return (
        <Select {...shared} value={value === true ? '1' : '0'} onChange={(_, data) => onChange(data.value === '1')}>
          {(column.options ?? []).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      );
    case 'memo':
      return (
        <Textarea
          {...shared}
          rows={4}
          maxLength={column.maxLength}
          value={text(value)}
          onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
        />
      );
    case 'date':
      return (
        <Input
          {...shared}
          type="date"
          value={text(value)}
          onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
        />
      );
    case 'money':
    case 'decimal':
    case 'integer':
      return <NumberInput {...shared} column={column} value={value} onChange={onChange} />;
    case 'datetime':
    case 'guid':
    case 'bigint':
      return <Input {...shared} disabled value={formatCell(boot, column, value, session)} />;
    case 'string':
      return (
        <Input
          {...shared}
          maxLength={column.maxLength}
          placeholder="---"
          value={text(value)}
          onChange={(_, data) => onChange(data.value === '' ? null : data.value)}
        />
      );
  }
}

/** Reasons of the state that the record is in. */
function optionsNow({ type, options = [] }: FormColumn, state: CellValue): NonNullable<FormColumn['options']> {
  return type === 'status' ? options.filter((option) => option.state === (state ?? 0)) : options;
}

function text(value: CellValue): string {
  return typeof value === 'string' ? value : '';
}
