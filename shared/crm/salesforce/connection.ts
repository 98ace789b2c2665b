import { DelegateBackoff, handleType, retry } from 'cockatiel';
import jsforce from 'jsforce/lib/core.js';
import { CosellError } from '../../core/errors/index.ts';
import { callError, subrequestError } from './errors.ts';
import { CLIENT_NAME, DEFAULTS, type SalesforceSettings } from './settings.ts';
import { SignIn } from './sign-in.ts';
import { BoundedTransport, HttpFailure, NetworkFailure } from './transport.ts';
import type {
  CompositeSubanswer,
  CompositeSubrequest,
  GraphAnswer,
  ObjectDescription,
  QueryAnswer,
  SObjectRecord,
} from './wire.ts';

const CALL_OPTIONS = 'Sforce-Call-Options';
const MOST_RETRIES = 3;
const FIRST_WAIT_MS = 250;
/** A longer `Retry-After` is handed to the caller, whose queue can wait without holding anything. */
const LONGEST_WAIT_SECONDS = 10;

/** A query of a composite call. */
export interface Query {
  readonly soql: string;
  /** Finds rows in the recycle bin too. */
  readonly deletedToo?: boolean;
  /** May fail without failing the call; its rows are then `null`. */
  readonly optional?: boolean;
}

/**
 * Calls to one org: signed in, bounded in time, repeated where that can help. Every call of ours may be repeated: reads
 * change nothing, and writes set values, so that doing them twice is doing them once.
 */
export class SalesforceConnection {
  readonly jsforce: jsforce.Connection;
  readonly signIn: SignIn;
  readonly dataUrl: string;
  readonly #transport: BoundedTransport;
  readonly #closing = new AbortController();
  readonly #retry = retry(
    handleType(CosellError, (error) => isTransient(error)),
    {
      maxAttempts: MOST_RETRIES,
      backoff: new DelegateBackoff(({ attempt, result }) => waitMs(attempt, 'error' in result ? result.error : null)),
    },
  );

  constructor(settings: SalesforceSettings, timeoutMs: number) {
    const { loginUrl, auth, apiVersion = DEFAULTS.apiVersion } = settings;
    this.#transport = new BoundedTransport(timeoutMs);
    const oauth2 = new jsforce.OAuth2({
      loginUrl,
      clientId: auth.clientId,
      ...(auth.kind === 'client-credentials' && { clientSecret: auth.clientSecret }),
    });
    oauth2._transport = this.#transport;
    // Made without `oauth2`: with it, jsforce would refresh by itself.
    this.jsforce = new jsforce.Connection({ loginUrl, version: apiVersion, callOptions: { client: CLIENT_NAME } });
    this.jsforce._transport = this.#transport;
    this.signIn = new SignIn(this.jsforce, oauth2, settings);
    this.dataUrl = `/services/data/v${apiVersion}`;
  }

  /** @throws CosellError */
  get<T>(path: string): Promise<T> {
    return this.#withRetries(() => this.#send<T>('GET', path));
  }

  /** The entry page of the API, once: signed in, and the smallest answer there is. @throws CosellError */
  async ping(): Promise<void> {
    await this.#send('GET', this.dataUrl);
  }

  /** For bodies that may be sent twice without harm. @throws CosellError */
  send<T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<T> {
    return this.#withRetries(() => this.#send<T>(method, path, body));
  }

  /**
   * Graphs of subrequests in one call, each of which takes effect as a whole or not at all. Never repeated by itself: it makes records.
   * developer.salesforce.com, REST API Developer Guide, "Composite Graphs".
   * @throws CosellError; with `mayHaveActed` when Salesforce may have made the records all the same
   */
  async graphs(
    graphs: readonly { graphId: string; compositeRequest: readonly CompositeSubrequest[] }[],
  ): Promise<readonly GraphAnswer[]> {
    const marked = graphs.map(({ graphId, compositeRequest }) => ({
      graphId,
      compositeRequest: compositeRequest.map(markedAsOurs),
    }));
    const path = `${this.dataUrl}/composite/graph`;
    return (await this.#send<{ graphs: readonly GraphAnswer[] }>('POST', path, { graphs: marked })).graphs;
  }

  /** `describe` of one object as the integration user sees it. */
  describe(object: string): Promise<ObjectDescription> {
    return this.get<ObjectDescription>(`${this.dataUrl}/sobjects/${encodeURIComponent(object)}/describe`);
  }

  /** Answers by reference id. One API call, whatever it carries; at most five subrequests may be queries or collections. */
  async composite(subrequests: readonly CompositeSubrequest[]): Promise<ReadonlyMap<string, CompositeSubanswer>> {
    const compositeRequest = subrequests.map(markedAsOurs);
    const answer = await this.#send<{ compositeResponse: readonly CompositeSubanswer[] }>(
      'POST',
      `${this.dataUrl}/composite`,
      {
        allOrNone: false,
        compositeRequest,
      },
    );
    return new Map(answer.compositeResponse.map((part) => [part.referenceId, part]));
  }

  /** Sends subrequests that may be repeated, again where the call or one of its required parts failed for a while. */
  compositeWithRetries(
    subrequests: readonly CompositeSubrequest[],
    isRequired: (referenceId: string) => boolean,
  ): Promise<ReadonlyMap<string, CompositeSubanswer>> {
    return this.#withRetries(async () => {
      const answers = await this.composite(subrequests);
      for (const [referenceId, { httpStatusCode, body }] of answers) {
        if (httpStatusCode >= 400 && isRequired(referenceId)) throw subrequestError(httpStatusCode, body);
      }
      return answers;
    });
  }

  /** Up to five queries in one call; long results are paged to their end. Rows by the query's name. */
  async queries<Name extends string>(
    queries: Readonly<Record<Name, Query>>,
  ): Promise<Readonly<Record<Name, readonly SObjectRecord[] | null>>> {
    const named = Object.entries(queries) as [Name, Query][];
    const answers = await this.compositeWithRetries(
      named.map(([referenceId, query]) => ({ method: 'GET', url: this.#queryUrl(query), referenceId })),
      (referenceId) => queries[referenceId as Name].optional !== true,
    );
    const rows = {} as Record<Name, readonly SObjectRecord[] | null>;
    for (const [name] of named) {
      const answer = answers.get(name);
      rows[name] =
        answer === undefined || answer.httpStatusCode >= 400 ? null : await this.allRows(answer.body as QueryAnswer);
    }
    return rows;
  }

  /** The rows of an answer, with those of its further pages. */
  async allRows(answer: QueryAnswer): Promise<readonly SObjectRecord[]> {
    const rows = [...answer.records];
    for (let page = answer; !page.done && page.nextRecordsUrl !== undefined;) {
      page = await this.get<QueryAnswer>(page.nextRecordsUrl);
      rows.push(...page.records);
    }
    return rows;
  }

  close(): void {
    this.#closing.abort();
    this.#transport.close();
  }

  /** A composite reference (`@{…}`) must stay readable, everything else is encoded. */
  #queryUrl({ soql, deletedToo }: Query): string {
    const encoded = soql
      .split(/(@\{[^}]*\})/)
      .map((part) => (part.startsWith('@{') ? part : encodeURIComponent(part)))
      .join('');
    return `${this.dataUrl}/${deletedToo ? 'queryAll' : 'query'}?q=${encoded}`;
  }

  #withRetries<T>(call: () => Promise<T>): Promise<T> {
    return this.#retry.execute(call, this.#closing.signal);
  }

  /** One attempt; an expired session is renewed and the request sent once more. */
  async #send<T>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown): Promise<T> {
    try {
      const token = await this.signIn.token();
      try {
        return await this.#request<T>(method, url, body);
      } catch (thrown) {
        if (!(thrown instanceof HttpFailure) || thrown.status !== 401) throw thrown;
        await this.signIn.renew(token);
        return await this.#request<T>(method, url, body);
      }
    } catch (thrown) {
      throw callError(thrown);
    }
  }

  async #request<T>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: unknown): Promise<T> {
    const answer = await this.jsforce.request({
      method,
      url,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // A proxy's page answers 200 too; Salesforce answers JSON.
    if (typeof answer !== 'object' || answer === null) throw new NetworkFailure(false, null);
    return answer as T;
  }
}

/** A subrequest inherits only Accept, Authorization and Content-Type from the outer request. */
function markedAsOurs(subrequest: CompositeSubrequest): CompositeSubrequest {
  return { ...subrequest, httpHeaders: { ...subrequest.httpHeaders, [CALL_OPTIONS]: `client=${CLIENT_NAME}` } };
}

function isTransient(error: CosellError): boolean {
  if (error.code !== 'crm-throttled' && error.code !== 'crm-unavailable') return false;
  return (error.retryAfterSeconds ?? 0) <= LONGEST_WAIT_SECONDS;
}

/** What Salesforce asked for; otherwise doubling, spread out so that processes do not come back in step. */
function waitMs(attempt: number, error: unknown): number {
  const asked = error instanceof CosellError ? error.retryAfterSeconds : undefined;
  return asked === undefined ? FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2) : asked * 1000;
}
