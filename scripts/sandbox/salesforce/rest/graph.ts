import { SalesforceError, jsonParserError } from '../errors.ts';
import { isJsonObject, requireJsonObject, type JsonObject } from './body.ts';
import { composite } from './composite.ts';
import type { RestContext, RestRequest, RestResponse, Route } from './types.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_graph.htm */
export const GRAPH_ROUTES: readonly Route[] = [
  { method: 'POST', path: ['composite', 'graph'], handler: graphs, carriesOthers: true },
];

const MOST_GRAPHS = 75;
const MOST_NODES = 500;

/** Graphs that know nothing of each other; each takes effect as a whole or not at all. */
function graphs({ body }: RestRequest, context: RestContext): RestResponse {
  const list = graphsOf(requireJsonObject(body).graphs);
  const answers = list.map(({ graphId, compositeRequest }) => {
    const inner = { method: 'POST', path: [], query: new URLSearchParams(), headers: {} };
    const answer = composite({ ...inner, body: { compositeRequest, allOrNone: true } }, context, MOST_NODES);
    const graphResponse = answer.body as { compositeResponse: readonly { httpStatusCode: number }[] };
    const isSuccessful = graphResponse.compositeResponse.every(({ httpStatusCode }) => httpStatusCode < 400);
    return { graphId, graphResponse, isSuccessful };
  });
  return { status: 200, body: { graphs: answers } };
}

function graphsOf(value: unknown): readonly JsonObject[] {
  if (!Array.isArray(value) || !value.every(isJsonObject)) throw jsonParserError('graphs must be a list of graphs');
  const ids = value.map(({ graphId }) => graphId);
  if (new Set(ids).size < ids.length || !ids.every((id) => typeof id === 'string' && /^\w+$/.test(id)))
    throw new SalesforceError('INVALID_INPUT', 'Every graph needs a graphId of its own.');
  const nodes = value.flatMap(({ compositeRequest }): readonly unknown[] =>
    Array.isArray(compositeRequest) ? compositeRequest : [],
  );
  if (value.length > MOST_GRAPHS || nodes.length > MOST_NODES) {
    throw new SalesforceError(
      'LIMIT_EXCEEDED',
      `Cannot have more than ${MOST_GRAPHS} graphs or ${MOST_NODES} nodes in a single operation.`,
    );
  }
  if (nodes.some((node) => !isJsonObject(node) || !/\/sobjects\/\w+/.test(String(node.url))))
    throw new SalesforceError('INVALID_INPUT', 'A graph takes requests to sobjects only.');
  return value;
}
