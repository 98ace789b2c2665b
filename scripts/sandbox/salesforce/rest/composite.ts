import { SalesforceError, jsonParserError } from '../errors.ts';
import { type JsonObject, isJsonObject, requireJsonObject } from './body.ts';
import { UnknownReference, replaceReferences } from './references.ts';
import { parseUrl } from './url.ts';
import type { RestContext, RestRequest, RestResponse, Route } from './types.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm */
export const COMPOSITE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: ['composite'],
    handler: (request, context) => composite(request, context),
    carriesOthers: true,
  },
  { method: 'POST', path: ['composite', 'batch'], handler: batch, carriesOthers: true },
];

const MOST_SUBREQUESTS = 25;
const MOST_QUERIES = 5;

interface Subanswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

const ROLLED_BACK = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
  },
];

/** Subrequests in order; later ones may name results of earlier ones as `@{referenceId.path}`. A graph takes more of them. */
export function composite({ body }: RestRequest, context: RestContext, most = MOST_SUBREQUESTS): RestResponse {
  const { org, session } = context;
  const { compositeRequest, allOrNone } = requireJsonObject(body);
  const subrequests = subrequestsOf(compositeRequest, 'compositeRequest', most);
  checkQueries(subrequests.map(({ url }) => String(url)));
  const answers = new Map<string, Subanswer>();

  const run = (): void => {
    for (const subrequest of subrequests) {
      const answer = runSubrequest(subrequest, answers, context);
      answers.set(answer.referenceId, answer);
      if (allOrNone === true && answer.httpStatusCode >= 400) throw new RolledBack();
    }
  };
  try {
    if (allOrNone === true) org.commit({ userId: session.user.id, changeOrigin: session.changeOrigin }, run);
    else run();
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return {
      status: 200,
      body: { compositeResponse: subrequests.map((subrequest) => haltedUnlessFailed(subrequest, answers)) },
    };
  }
  return { status: 200, body: { compositeResponse: [...answers.values()] } };
}

class RolledBack extends Error {}

function haltedUnlessFailed({ referenceId }: JsonObject, answers: ReadonlyMap<string, Subanswer>): Subanswer {
  const answer = answers.get(String(referenceId));
  if (answer && answer.httpStatusCode >= 400) return answer;
  return { body: ROLLED_BACK, httpHeaders: {}, httpStatusCode: 400, referenceId: String(referenceId) };
}

function runSubrequest(
  subrequest: JsonObject,
  answers: ReadonlyMap<string, Subanswer>,
  context: RestContext,
): Subanswer {
  const referenceId = String(subrequest.referenceId);
  const valueOf = (name: string): unknown => {
    const answer = answers.get(name);
    return answer && answer.httpStatusCode < 400 ? answer.body : undefined;
  };
  try {
    const url = String(replaceReferences(subrequest.url, valueOf));
    const { path, query } = parseUrl(url);
    const {
      status,
      body = null,
      headers = {},
    } = context.call({
      method: String(subrequest.method).toUpperCase(),
      path,
      query,
      body: replaceReferences(subrequest.body, valueOf),
      headers: headersOf(subrequest.httpHeaders),
    });
    return { body, httpHeaders: headers, httpStatusCode: status, referenceId };
  } catch (error) {
    if (!(error instanceof UnknownReference)) throw error;
    const halted = [{ errorCode: 'PROCESSING_HALTED', message: error.message }];
    return { body: halted, httpHeaders: {}, httpStatusCode: 400, referenceId };
  }
}

/** Subrequests that know nothing of each other. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_batch.htm */
function batch({ body }: RestRequest, context: RestContext): RestResponse {
  const { batchRequests, haltOnError } = requireJsonObject(body);
  const results: { statusCode: number; result: unknown }[] = [];
  for (const subrequest of subrequestsOf(batchRequests, 'batchRequests', MOST_SUBREQUESTS)) {
    const halted = haltOnError === true && results.some(({ statusCode }) => statusCode >= 400);
    if (halted) {
      results.push({
        statusCode: 412,
        result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
      });
      continue;
    }
    const { path, query } = parseUrl(String(subrequest.url));
    const { status, body: result = null } = context.call({
      method: String(subrequest.method).toUpperCase(),
      path,
      query,
      body: subrequest.richInput,
      headers: {},
    });
    results.push({ statusCode: status, result });
  }
  return { status: 200, body: { hasErrors: results.some(({ statusCode }) => statusCode >= 400), results } };
}

function subrequestsOf(value: unknown, name: string, most: number): readonly JsonObject[] {
  if (!Array.isArray(value) || !value.every(isJsonObject))
    throw jsonParserError(`${name} must be a list of subrequests`);
  if (value.length > most) {
    throw new SalesforceError('INVALID_INPUT', `Cannot have more than ${most} subrequests in a single operation.`);
  }
  const ids = value.map(({ referenceId }) => referenceId);
  if (
    name === 'compositeRequest' &&
    (new Set(ids).size < ids.length || !ids.every((id) => typeof id === 'string' && /^\w+$/.test(id)))
  ) {
    throw new SalesforceError(
      'INVALID_INPUT',
      'Every subrequest needs a referenceId of its own, of letters, digits and underscores.',
    );
  }
  return value;
}

/** Queries and collections count against a limit of their own. */
function checkQueries(urls: readonly string[]): void {
  const expensive = urls.filter((url) => /\/(?:query|queryAll|composite\/sobjects)(?:[/?]|$)/.test(url)).length;
  if (expensive <= MOST_QUERIES) return;
  throw new SalesforceError(
    'LIMIT_EXCEEDED',
    `Cannot have more than ${MOST_QUERIES} query or collection operations in a composite request.`,
  );
}

function headersOf(value: unknown): Record<string, string> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, header]) => [name.toLowerCase(), String(header)]));
}
