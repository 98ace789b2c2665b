import type { FieldInfo, ObjectInfo } from './fields.ts';
import type { FieldRepresentation, RecordRepresentation } from './lds/record.ts';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A field as a form control. */
export interface InputField {
  readonly key: string;
  readonly label: string;
  readonly value: FieldRepresentation['value'];
  readonly required: boolean;
  readonly disabled: boolean;
  readonly type: string;
  readonly choices: readonly Choice[];
  readonly isChoice: boolean;
  readonly isText: boolean;
  readonly maxLength: number | undefined;
}

const TYPES: Readonly<Record<string, string>> = { Date: 'date', Email: 'email', Phone: 'tel', Boolean: 'checkbox' };
const NUMBERS = new Set(['Currency', 'Percent', 'Double']);
const NONE: Choice = { label: '--None--', value: '' };

/** `null` for what is no control: what this person may not read, and look-ups. */
export function inputField(
  info: ObjectInfo,
  record: RecordRepresentation,
  name: string,
  values: readonly Choice[],
): InputField | null {
  const field = info.fields[name];
  const value = record.fields[name]?.value;
  if (!field || value === undefined || field.dataType === 'Reference') return null;
  const isChoice = field.dataType === 'Picklist';
  return {
    key: name,
    label: field.label,
    value: value ?? '',
    required: field.required,
    disabled: !field.updateable,
    // Amounts are text: a browser's number field rounds and reformats them.
    type: TYPES[field.dataType] ?? 'text',
    choices: field.required ? values : [NONE, ...values],
    isChoice,
    isText: field.dataType === 'TextArea',
    maxLength: field.length > 0 ? field.length : undefined,
  };
}

/** What is sent for a control's value: numbers as numbers where they are, empty text as nothing. */
export function sentValue({ dataType }: FieldInfo, value: unknown): string | number | boolean | null {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  if (text === '') return null;
  const number = Number(text);
  return NUMBERS.has(dataType) && !Number.isNaN(number) ? number : text;
}
