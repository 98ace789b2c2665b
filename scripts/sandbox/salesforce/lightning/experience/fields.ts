import type { FieldRepresentation, RecordRepresentation } from './lds/record.ts';
import { addressOf } from './modules/lightning/navigation/navigation.ts';

/** A field of an object as `getObjectInfo` tells it. */
export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly required: boolean;
  readonly updateable: boolean;
  readonly inlineHelpText: string | null;
  readonly length: number;
  readonly referenceToInfos: readonly { readonly apiName: string }[];
}

export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly updateable: boolean;
}

/** A field with its value, ready for a template. */
export interface ShownField {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly href: string | null;
  readonly help: string | null;
  readonly isLong: boolean;
}

/** `null` for what this person may not read. */
export function shownField(info: ObjectInfo, record: RecordRepresentation, name: string): ShownField | null {
  const field = info.fields[name];
  const value = record.fields[name];
  if (!field || !value) return null;
  const [target] = field.referenceToInfos;
  const parent = target && record.fields[name.replace(/Id$/, '')];
  const isOpen = target !== undefined && target.apiName !== 'User' && typeof value.value === 'string';
  return {
    key: name,
    label: field.label
      .replace(/ ID$/, field.dataType === 'Reference' ? ' Name' : ' ID')
      .replace('Owner Name', 'Opportunity Owner'),
    text: parent ? (parent.displayValue ?? '') : textOf(value),
    href: isOpen ? hrefOf(target.apiName, String(value.value)) : field.dataType === 'Url' ? textOf(value) : null,
    help: field.inlineHelpText,
    isLong: field.dataType === 'TextArea',
  };
}

function hrefOf(objectApiName: string, recordId: string): string | null {
  return addressOf({ type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName: 'view' } });
}

export const textOf = ({ value, displayValue }: FieldRepresentation): string =>
  displayValue ?? (value === null || typeof value === 'object' ? '' : String(value));

/** What a failed save says, sentence by sentence: the fields at fault first. */
export function sentencesOf(error: unknown): readonly string[] {
  const { body } = (error ?? {}) as { readonly body?: ErrorBody };
  const fields = Object.values(body?.output?.fieldErrors ?? {}).flat();
  const all = [...fields, ...(body?.output?.errors ?? [])].map(({ message }) => message);
  return all.length > 0 ? all : [body?.message ?? String(error)];
}

interface ErrorBody {
  readonly message?: string;
  readonly output?: {
    readonly errors?: readonly { readonly message: string }[];
    readonly fieldErrors?: Readonly<Record<string, readonly { readonly message: string }[]>>;
  };
}
