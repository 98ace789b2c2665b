import { type FieldNode, OperationTypeNode } from 'graphql';
import type { RestContext, RestRequest, RestResponse, Route } from '../rest/types.ts';
import { objectOf } from '../schema/lookup.ts';
import { localeOf } from '../ui-api/locale.ts';
import { compileConnection } from './connection.ts';
import { readOperation } from './document.ts';
import { type ErrorEntry, fetchError } from './errors.ts';
import type { Compiler } from './compiler.ts';
import { type Readers, compileFields, readAll } from './readers.ts';

/** https://developer.salesforce.com/docs/platform/graphql/guide/graphql-about.html */
export const GRAPHQL_ROUTES: readonly Route[] = [{ method: 'POST', path: ['graphql'], handler: graphql }];

/** Whatever is wrong with a query, the status is 200 and `errors` says it. */
function graphql(request: RestRequest, { org, session }: RestContext): RestResponse {
  const operation = readOperation(request.body);
  if ('message' in operation) return answer({}, [operation]);
  if (operation.definition.operation !== OperationTypeNode.QUERY) {
    return answer({}, [
      fetchError('This stand-in answers queries; write through ui-api/records.', operation.definition, []),
    ]);
  }
  const readers = compileRoot({ org, session, operation, locale: localeOf(request), connection: compileConnection });
  if (operation.errors.length > 0) return answer({}, operation.errors);
  return answer(readAll(readers, null), operation.errors);
}

const answer = (data: object, errors: readonly ErrorEntry[]): RestResponse => ({
  status: 200,
  body: { data, errors, extensions: {} },
});

/** `{ uiapi { query { Opportunity(…) { … } } } }` */
function compileRoot(compiler: Compiler): Readers<null> {
  const { org, session, operation } = compiler;
  const named = (field: FieldNode, name: string): boolean => field.name.value === name;
  return compileFields<null>(operation, operation.definition, 'Query', [], (uiapi, path) => {
    if (!named(uiapi, 'uiapi')) return null;
    const queries = compileFields<null>(operation, uiapi, 'UIAPI', path, (query, inner) => {
      if (!named(query, 'query')) return null;
      const objects = compileFields<null>(operation, query, 'RecordQuery', inner, (field, deeper) => {
        const object = objectOf(org.schema, field.name.value);
        if (object?.name !== field.name.value || !session.user.permissions.object(object).read) return null;
        return compiler.connection(compiler, object, field, deeper, null);
      });
      return (source) => readAll(objects, source);
    });
    return (source) => readAll(queries, source);
  });
}
