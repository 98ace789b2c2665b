import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { isJsonObject } from '../rest/body.ts';
import { type ErrorEntry, syntaxError, validationError } from './errors.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A request whose text is well-formed: the operation to run, and how its names resolve. */
export interface Operation {
  readonly definition: OperationDefinitionNode;
  /** The fields of a selection with fragments and `@include`, `@skip` carried out. */
  readonly fieldsOf: (set: SelectionSetNode | undefined) => readonly FieldNode[];
  /** Arguments with variables filled in. */
  readonly argumentsOf: (field: FieldNode) => ReadonlyMap<string, unknown>;
  readonly errors: ErrorEntry[];
}

/** @param body what was sent to `/graphql`: `query`, `variables`, `operationName` */
export function readOperation(body: unknown): Operation | ErrorEntry {
  const { query, variables, operationName } = isJsonObject(body) ? body : {};
  const document = parseDocument(typeof query === 'string' ? query : '');
  if ('message' in document) return document;
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const definition = operations.find(({ name }) => typeof operationName !== 'string' || name?.value === operationName);
  if (!definition) return syntaxError(new GraphQLError('The request names no operation of the query.'));
  const values = variablesOf(definition, isJsonObject(variables) ? variables : {});
  if (values instanceof GraphQLError) return syntaxError(values);
  return createOperation(document, definition, values);
}

function parseDocument(query: string): DocumentNode | ErrorEntry {
  try {
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return syntaxError(error);
    throw error;
  }
}

function variablesOf(definition: OperationDefinitionNode, sent: Variables): Variables | GraphQLError {
  const values: Record<string, unknown> = {};
  for (const { variable, defaultValue, type } of definition.variableDefinitions ?? []) {
    const name = variable.name.value;
    const value = sent[name] ?? (defaultValue ? valueFromASTUntyped(defaultValue) : null);
    if (value === null && type.kind === Kind.NON_NULL_TYPE) {
      return new GraphQLError(
        `Variable '${name}' has an invalid value: Variable '${name}' has coerced Null value for NonNull type`,
      );
    }
    values[name] = value;
  }
  return values;
}

function createOperation(document: DocumentNode, definition: OperationDefinitionNode, variables: Variables): Operation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const errors: ErrorEntry[] = [];
  const valueOf = (node: ValueNode): unknown => valueFromASTUntyped(node, { ...variables });

  const isWanted = ({ directives }: Pick<FieldNode, 'directives'>): boolean =>
    (directives ?? []).every(({ name, arguments: given }) => {
      if (name.value !== 'include' && name.value !== 'skip') return true;
      const condition = given?.find((argument) => argument.name.value === 'if');
      return (condition !== undefined && valueOf(condition.value) === true) === (name.value === 'include');
    });

  const fieldsOf = (set: SelectionSetNode | undefined): readonly FieldNode[] =>
    (set?.selections ?? []).filter(isWanted).flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      if (fragment) return fieldsOf(fragment.selectionSet);
      errors.push(validationError('UndefinedFragment', `Undefined fragment '${selection.name.value}'`, selection, []));
      return [];
    });

  return {
    definition,
    fieldsOf,
    argumentsOf: ({ arguments: given }) =>
      new Map((given ?? []).map(({ name, value }) => [name.value, valueOf(value)] as const)),
    errors,
  };
}
