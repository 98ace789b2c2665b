import { Adapter } from './adapter.ts';
import { call, freeze } from './http.ts';
import type { FieldRepresentation, RecordRepresentation } from './record.ts';
import { onRecord } from './records.ts';

export interface Query {
  readonly kind: 'Document';
  readonly source: string;
}

export interface GraphQLConfig {
  readonly query: Query;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string;
}

interface Answer {
  readonly data: unknown;
  readonly errors: readonly unknown[];
}

/** Marks a query; it is read when it is sent. Fragments may be put in. */
export function gql(strings: TemplateStringsArray, ...fragments: readonly (string | Query)[]): Query {
  const parts = fragments.map((fragment) => (typeof fragment === 'string' ? fragment : fragment.source));
  return freeze({ kind: 'Document', source: String.raw({ raw: strings }, ...parts) });
}

/** https://developer.salesforce.com/docs/platform/lwc/guide/reference-graphql-wire.html */
export abstract class GraphQLAdapter extends Adapter<GraphQLConfig> {
  #asking: Partial<GraphQLConfig> | null = null;
  #data: unknown;
  #stopListening: (() => void) | null = null;

  protected started(config: Partial<GraphQLConfig>): void {
    this.stopped();
    // Variables that are declared but not given yet hold the question back, as an absent query does.
    if (config.query === undefined || ('variables' in config && config.variables === undefined)) return;
    this.#asking = config;
    this.#stopListening = onRecord((record) => this.learned(record));
    void this.refresh();
  }

  protected stopped(): void {
    this.#asking = null;
    this.#stopListening?.();
    this.#stopListening = null;
  }

  /** Asks again; settles when the answer has been delivered. */
  protected async refresh(): Promise<void> {
    const asking = this.#asking;
    if (asking?.query === undefined) return;
    const { query, variables = {}, operationName } = asking;
    const answer = await call('POST', '/graphql', { query: query.source, variables, operationName }).then(
      (body) => body as Answer,
      (error: { readonly status: number; readonly body: { readonly message?: string } }): Answer => ({
        data: undefined,
        errors: [{ message: error.body.message ?? `HTTP ${error.status}`, ...error.body }],
      }),
    );
    if (this.#asking !== asking) return;
    const failed = answer.errors.length > 0;
    this.#data = failed && isEmpty(answer.data) ? undefined : answer.data;
    this.deliver(this.#data, failed ? answer.errors : undefined);
  }

  protected abstract deliver(data: unknown, errors: readonly unknown[] | undefined): void;

  /** A record that somebody else on the page saved or read shows its new values here, too; rows are not added or removed. */
  private learned(record: RecordRepresentation): void {
    if (this.#data === undefined) return;
    this.#data = withRecord(this.#data, record);
    this.deliver(this.#data, undefined);
  }
}

const isEmpty = (data: unknown): boolean => data === null || data === undefined || Object.keys(data).length === 0;

function withRecord(value: unknown, record: RecordRepresentation): unknown {
  if (Array.isArray(value)) return value.map((item) => withRecord(item, record));
  if (typeof value !== 'object' || value === null) return value;
  const node = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withRecord(inner, record)]));
  return node.Id === record.id ? withFields(node, record.fields) : node;
}

function withFields(
  node: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, FieldRepresentation>>,
): object {
  const entries = Object.entries(node).map(([name, shown]) => {
    const field = fields[name];
    const isValue = typeof shown === 'object' && shown !== null && 'value' in shown;
    if (!field || !isValue || typeof field.value === 'object') return [name, shown] as const;
    const display = 'displayValue' in shown ? { displayValue: field.displayValue } : {};
    return [name, { ...shown, value: field.value, ...display }] as const;
  });
  return Object.fromEntries(entries);
}
