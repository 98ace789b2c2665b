/** What Salesforce sends, as far as we use it. */

export interface SObjectRecord {
  readonly attributes?: { readonly type: string };
  readonly Id?: string;
  readonly [field: string]: unknown;
}

/** Answer of `query` and `queryAll`, also of a child subquery. */
export interface QueryAnswer {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly SObjectRecord[];
}

/** One row of the answer of `composite/sobjects`. */
export interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly SaveError[];
}

export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

export interface CompositeSubrequest {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE';
  readonly url: string;
  readonly referenceId: string;
  readonly httpHeaders?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface CompositeSubanswer {
  readonly referenceId: string;
  readonly httpStatusCode: number;
  readonly body: unknown;
}

/** One graph of `composite/graph`: all of its subrequests took effect, or none. */
export interface GraphAnswer {
  readonly graphId: string;
  readonly isSuccessful: boolean;
  readonly graphResponse: { readonly compositeResponse: readonly CompositeSubanswer[] };
}

export interface FieldDescription {
  readonly name: string;
  readonly type: string;
  readonly updateable: boolean;
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
  readonly picklistValues?: readonly { readonly value: string; readonly active: boolean }[] | null;
}

export interface ObjectDescription {
  readonly name: string;
  readonly queryable: boolean;
  readonly updateable: boolean;
  readonly createable?: boolean;
  readonly deletable?: boolean;
  readonly fields: readonly FieldDescription[];
  readonly childRelationships: readonly { readonly relationshipName: string | null; readonly childSObject: string }[];
}

/** A change event as CometD delivers it on a Change Data Capture channel. */
export interface ChangeEvent {
  readonly event: { readonly replayId: number };
  readonly payload: {
    readonly ChangeEventHeader: ChangeEventHeader;
    readonly [field: string]: unknown;
  };
}

/** developer.salesforce.com, Change Data Capture Developer Guide, "Change Event Header Fields". */
export interface ChangeEventHeader {
  readonly entityName: string;
  readonly recordIds: readonly string[];
  readonly changeType: string;
  readonly changeOrigin?: string;
  readonly changedFields?: readonly string[];
  /** Milliseconds since 1970. */
  readonly commitTimestamp: number;
}
