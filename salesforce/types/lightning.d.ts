/** The platform's modules as far as our components use them; Salesforce ships no declarations for these. */
declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface FieldValueRepresentation {
    /** A record where the field is a parent. */
    readonly value: string | number | boolean | null | RecordRepresentation;
    readonly displayValue: string | null;
  }
  export interface RecordRepresentation {
    readonly id: string;
    readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  }
  export interface WireResult<T> {
    readonly data?: T;
    readonly error?: unknown;
  }
  type Fields = Readonly<Record<string, string | number | boolean | null>>;

  export const getRecord: WireAdapterConstructor<
    { recordId?: string; fields: readonly string[]; optionalFields?: readonly string[] },
    WireResult<RecordRepresentation>
  >;
  export function updateRecord(input: { readonly fields: Fields }): Promise<RecordRepresentation>;
  export function createRecord(input: {
    readonly apiName: string;
    readonly fields: Fields;
  }): Promise<RecordRepresentation>;
  /** Settles when the wires that show the records have their newest values. */
  export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}

declare module 'lightning/uiObjectInfoApi' {
  import type { WireAdapterConstructor } from 'lwc';
  import type { WireResult } from 'lightning/uiRecordApi';

  export interface ObjectInfoRepresentation {
    readonly createable: boolean;
    /** Only fields that the user may read. */
    readonly fields: Readonly<Record<string, { readonly updateable: boolean }>>;
  }
  export const getObjectInfo: WireAdapterConstructor<{ objectApiName: string }, WireResult<ObjectInfoRepresentation>>;
}

declare module 'lightning/graphql' {
  import type { WireAdapterConstructor } from 'lwc';

  export interface GraphQLQuery {
    readonly kind?: 'Document';
  }
  export interface GraphQLResult {
    readonly data?: { readonly uiapi?: { readonly query?: Readonly<Record<string, unknown>> } };
    readonly errors?: readonly { readonly message: string }[];
    /** Reads again, past the cache; settles when the wire has been provisioned. */
    readonly refresh?: () => Promise<void>;
  }
  export function gql(strings: TemplateStringsArray): GraphQLQuery;
  /** Asks nothing while `query` is undefined. */
  export const graphql: WireAdapterConstructor<
    { query?: GraphQLQuery; variables?: Readonly<Record<string, unknown>> },
    GraphQLResult
  >;
}

declare module 'lightning/navigation' {
  import type { LightningElement } from 'lwc';

  interface PageReference {
    readonly type: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  const Navigate: unique symbol;
  export const NavigationMixin: {
    (base: typeof LightningElement): new () => LightningElement & { [Navigate](page: PageReference): void };
    readonly Navigate: typeof Navigate;
  };
}

declare module 'lightning/refresh' {
  export function registerRefreshHandler(element: object, handler: () => Promise<unknown>): number;
  export function unregisterRefreshHandler(id: number): void;
}

declare module 'lightning/empApi' {
  export interface Subscription {
    readonly channel: string;
  }
  export interface ChangeEvent {
    readonly data: { readonly payload: { readonly ChangeEventHeader: { readonly recordIds: readonly string[] } } };
  }
  export function subscribe(
    channel: string,
    replayId: -1,
    onMessage: (event: ChangeEvent) => void,
  ): Promise<Subscription>;
  export function unsubscribe(subscription: Subscription, onDone: () => void): Promise<void>;
}

declare module '@salesforce/i18n/locale' {
  const locale: string;
  export default locale;
}

declare module '@salesforce/i18n/timeZone' {
  const timeZone: string;
  export default timeZone;
}

declare module '@salesforce/customPermission/Cosell_Admin' {
  /** `undefined` for who does not have it. */
  const granted: true | undefined;
  export default granted;
}
