import type { FieldType as SelectedField, Subquery } from '@jetstreamapp/soql-parser-js';
import { requireObject } from '../schema/lookup.ts';
import type { FieldDefinition, ObjectDefinition } from '../schema/types.ts';
import { malformedQuery, noSuchRelationship } from './errors.ts';
import { type FieldPath, type Scope, resolvePath, visibleFields } from './scope.ts';

/** One column of an answer. */
export interface Column {
  readonly field: FieldDefinition;
  /** Show the picklist value's label instead of its API name. */
  readonly label: boolean;
}

/** What to answer of a row: its columns by key, rows above it by relationship, rows below it by relationship. */
export interface Selection {
  readonly object: ObjectDefinition;
  readonly columns: ReadonlyMap<string, Column>;
  readonly parents: ReadonlyMap<string, { readonly step: FieldDefinition; readonly selection: Selection }>;
  readonly children: ReadonlyMap<string, ChildQuery>;
}

export interface ChildQuery {
  readonly scope: Scope;
  /** The look-up by which the children point to the parent. */
  readonly field: string;
  readonly query: Subquery;
  readonly selection: Selection;
}

interface Draft {
  readonly object: ObjectDefinition;
  readonly columns: Map<string, Column>;
  readonly parents: Map<string, { readonly step: FieldDefinition; readonly selection: Draft }>;
  readonly children: Map<string, ChildQuery>;
}

const draft = (object: ObjectDefinition): Draft => ({
  object,
  columns: new Map(),
  parents: new Map(),
  children: new Map(),
});

/** @throws SalesforceError INVALID_FIELD, MALFORMED_QUERY */
export function compileSelect(scope: Scope, fields: readonly SelectedField[], isChild: boolean): Selection {
  const selection = draft(scope.object);
  for (const selected of fields) {
    if (selected.type === 'Field') {
      const name = 'rawValue' in selected ? selected.rawValue : selected.field;
      addPath(scope, selection, resolvePath(scope, name), false, null);
    } else if (selected.type === 'FieldRelationship') {
      addPath(
        scope,
        selection,
        resolvePath(scope, selected.rawValue ?? [...selected.relationships, selected.field].join('.')),
        false,
        null,
      );
    } else if (selected.type === 'FieldSubquery') {
      if (isChild) throw malformedQuery('subqueries inside subqueries are not known to this stand-in');
      addChildren(selection, scope, selected.subquery);
    } else if (selected.type === 'FieldFunctionExpression') {
      addFunction(selection, scope, selected);
    } else {
      throw malformedQuery('TYPEOF is not known to this stand-in');
    }
  }
  return selection;
}

interface FunctionCall {
  readonly functionName: string;
  readonly parameters: readonly unknown[];
  readonly alias?: string;
}

function addFunction(selection: Draft, scope: Scope, { functionName, parameters, alias }: FunctionCall): void {
  const [parameter] = parameters;
  if (typeof parameter === 'string' && functionName.toLowerCase() === 'tolabel') {
    addPath(scope, selection, resolvePath(scope, parameter), true, alias ?? null);
  } else if (typeof parameter === 'string' && functionName.toUpperCase() === 'FIELDS') {
    const wanted = parameter.toUpperCase();
    for (const field of visibleFields(scope, scope.object)) {
      if (wanted === 'ALL' || field.custom === (wanted === 'CUSTOM'))
        addColumn(selection, field.name, { field, label: false });
    }
  } else {
    throw malformedQuery(`the function ${functionName} is not known to this stand-in`);
  }
}

function addPath(
  scope: Scope,
  selection: Draft,
  { steps, field }: FieldPath,
  label: boolean,
  alias: string | null,
): void {
  let target = selection;
  for (const step of steps) {
    const name = step.relationshipName ?? step.name;
    const parent = target.parents.get(name) ?? {
      step,
      selection: draft(requireObject(scope.org.schema, step.referenceTo ?? '')),
    };
    target.parents.set(name, parent);
    target = parent.selection;
  }
  addColumn(target, alias ?? field.name, { field, label });
}

function addColumn(selection: Draft, key: string, column: Column): void {
  if (selection.columns.has(key)) throw malformedQuery(`duplicate field selected: ${key}`);
  selection.columns.set(key, column);
}

function addChildren(selection: Draft, scope: Scope, query: Subquery): void {
  const wanted = query.relationshipName.toLowerCase();
  const child = scope.object.children.find(({ name }) => name.toLowerCase() === wanted);
  const object = child && requireObject(scope.org.schema, child.object);
  if (!child || !object || !scope.user.permissions.object(object).read)
    throw noSuchRelationship(scope.soql, query.relationshipName);
  if (selection.children.has(child.name)) throw malformedQuery(`duplicate alias: ${child.name}`);
  const childScope: Scope = { ...scope, object, alias: query.sObjectAlias ?? null };
  const below = compileSelect(childScope, query.fields ?? [], true);
  selection.children.set(child.name, { scope: childScope, field: child.field, query, selection: below });
}
