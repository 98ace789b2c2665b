import type { FieldNode } from 'graphql';
import { canSee } from '../org.ts';
import { requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { parentOf } from '../soql/scope.ts';
import { translated } from '../schema/translations.ts';
import type { Row } from '../store/store.ts';
import { shownValue } from '../ui-api/display-value.ts';
import type { Compiler } from './compiler.ts';
import { validationError } from './errors.ts';
import { type Readers, compileFields, readAll } from './readers.ts';

type Reader = (row: Row) => unknown;

/** The fields of one record: values, records above it, lists below it. The person's field permissions decide what exists. */
export function compileNode(
  compiler: Compiler,
  object: ObjectDefinition,
  node: FieldNode,
  path: readonly string[],
): Readers<Row> {
  const { org, session, operation } = compiler;
  const readable = [...object.fields.values()].filter(
    (field) => field.type !== 'address' && session.user.permissions.field(object, field).read,
  );
  return compileFields<Row>(operation, node, object.name, path, (field, inner) => {
    const name = field.name.value;
    if (name === 'Id') return scalar(compiler, field, inner);
    const own = readable.find((candidate) => candidate.name === name);
    if (own) return compileValue(compiler, translated(object.name, own, compiler.locale), field, inner);
    const step = readable.find(({ relationshipName }) => relationshipName === name);
    if (typeof step?.referenceTo === 'string') return compileParent(compiler, step, field, inner);
    const child = object.children.find((relationship) => relationship.name === name);
    const childObject = child && requireObject(org.schema, child.object);
    if (!child || !childObject || !session.user.permissions.object(childObject).read) return null;
    return compiler.connection(compiler, childObject, field, inner, child.field);
  });
}

function scalar({ operation }: Compiler, field: FieldNode, path: readonly string[]): Reader {
  if (field.selectionSet) {
    operation.errors.push(
      validationError(
        'SubselectionNotAllowed',
        `Subselection not allowed on leaf type 'ID' of field 'Id'`,
        field,
        path,
      ),
    );
  }
  return (row) => row.Id;
}

function compileParent(
  compiler: Compiler,
  step: FieldDefinition,
  field: FieldNode,
  path: readonly string[],
): Reader | null {
  const { org, session } = compiler;
  const object = requireObject(org.schema, step.referenceTo ?? '');
  if (!session.user.permissions.object(object).read) return null;
  const readers = compileNode(compiler, object, field, path);
  return (row) => {
    const parent = parentOf(org, row, step);
    return parent && canSee(org, session.user, object, parent) ? readAll(readers, parent) : null;
  };
}

const TYPES: Readonly<Record<FieldDefinition['type'], string>> = {
  id: 'IDValue',
  string: 'StringValue',
  textarea: 'TextAreaValue',
  picklist: 'PicklistValue',
  boolean: 'BooleanValue',
  currency: 'CurrencyValue',
  percent: 'PercentValue',
  double: 'DoubleValue',
  date: 'DateValue',
  datetime: 'DateTimeValue',
  email: 'EmailAddressValue',
  phone: 'PhoneNumberValue',
  url: 'UrlValue',
  reference: 'IDValue',
  address: 'AddressValue',
};

function compileValue(
  { operation, locale }: Compiler,
  field: FieldDefinition,
  node: FieldNode,
  path: readonly string[],
): Reader {
  const readers = compileFields<Row>(operation, node, TYPES[field.type], path, ({ name }) => {
    if (name.value === 'value') return (row) => shownValue(row, field, locale).value;
    if (name.value === 'displayValue') return (row) => shownValue(row, field, locale).displayValue;
    if (name.value === 'label' && field.type === 'picklist')
      return (row) => shownValue(row, field, locale).displayValue;
    return null;
  });
  return (row) => readAll(readers, row);
}
