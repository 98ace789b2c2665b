import type { ASTNode, GraphQLError } from 'graphql';

/** One entry of `errors`. https://developer.salesforce.com/docs/platform/graphql/guide/graphql-release-notes.html */
export interface ErrorEntry {
  readonly message: string;
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly paths: readonly (string | number)[];
  readonly extensions: { readonly ErrorType: 'InvalidSyntax' | 'ValidationError' | 'DataFetchingException' };
}

type Kind =
  | 'FieldUndefined'
  | 'SubselectionRequired'
  | 'SubselectionNotAllowed'
  | 'UnknownArgument'
  | 'WrongType'
  | 'UndefinedFragment';

/** @param path from the root of the query, `['uiapi', 'query', 'Opportunity']` */
export function validationError(kind: Kind, message: string, node: ASTNode, path: readonly string[]): ErrorEntry {
  return {
    message: `Validation error of type ${kind}: ${message} @ '${path.join('/')}'`,
    locations: locationOf(node),
    paths: [],
    extensions: { ErrorType: 'ValidationError' },
  };
}

export function fetchError(message: string, node: ASTNode, path: readonly string[]): ErrorEntry {
  return { message, locations: locationOf(node), paths: path, extensions: { ErrorType: 'DataFetchingException' } };
}

export function syntaxError({ message, locations }: GraphQLError): ErrorEntry {
  return {
    message: `Invalid syntax: ${message}`,
    locations: (locations ?? []).map(({ line, column }) => ({ line, column })),
    paths: [],
    extensions: { ErrorType: 'InvalidSyntax' },
  };
}

function locationOf({ loc }: ASTNode): ErrorEntry['locations'] {
  return loc ? [{ line: loc.startToken.line, column: loc.startToken.column }] : [];
}
