import type { Org, Session } from '../org.ts';

/** A REST call below `/services/data/v{N}`: from HTTP, or from inside a composite call. */
export interface RestRequest {
  readonly method: string;
  /** Decoded parts of the path below the version. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface RestResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a call needs besides itself. */
export interface RestContext {
  readonly org: Org;
  readonly session: Session;
  readonly locators: QueryLocators;
  /** Runs another call of the same session, as composite resources do. Never throws SalesforceError. */
  readonly call: (request: RestRequest) => RestResponse;
}

/** Pages of query answers that have not been fetched yet. */
export interface QueryLocators {
  /** Most records of one page. */
  readonly pageSize: number;
  /** Keeps records and answers the id of their first page. */
  keep(records: readonly object[], userId: string): string;
  get(id: string, userId: string): readonly object[] | undefined;
}

export type Handler = (request: RestRequest, context: RestContext) => RestResponse;

/** `null` stands for any one part of the path. */
export interface Route {
  readonly method: string;
  readonly path: readonly (string | null)[];
  readonly handler: Handler;
  /** Set for calls that only carry other calls, each of which is a transaction of its own. */
  readonly carriesOthers?: true;
}
