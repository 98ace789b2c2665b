import {
  fromSalesforce,
  parseSolutions,
  PortError,
  problem,
  type EditableField,
  type FieldValues,
  type RequestAction,
  type RequestRow,
  type SectionPort,
  type SolutionOption,
} from 'c/syncCore';
import type { GraphQLResult } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { type PageReference, pageOfField } from './pages';
import type { FieldPolicy } from './record';
import { createdRow, newRequest } from './requests';
import { likePattern, solutionsOf } from './solutions';

export { accessOf } from './access';
export { connectionOf } from './connection';
export { recordsOf } from './graph';
export { onlyContactOf } from './people';
export * from './queries';
export { accountIdOf, opportunityOf, optionalFields, REQUIRED_FIELDS, type FieldPolicy } from './record';
export { REQUEST_OBJECT, requestRowsOf } from './requests';
export { WireQuestion } from './wireQuestion';

/** What the component lends to the port: only a component has wires, navigation and focus. */
export interface PortHost {
  recordId(): string;
  accountId(): string | null;
  policy(): FieldPolicy;
  /** Reads everything anew, past the cache. */
  refresh(): Promise<void>;
  search(pattern: string): Promise<GraphQLResult>;
  byId(ids: readonly string[]): Promise<GraphQLResult>;
  navigate(page: PageReference): void;
  /** Moves the focus to a field of the section itself. */
  focus(field: EditableField): void;
}

/** The section's port on Salesforce: UI API and GraphQL, as the person who looks at the page. No Apex. */
export class SalesforcePort implements SectionPort {
  readonly #host: PortHost;
  #saves = 0;

  constructor(host: PortHost) {
    this.#host = host;
  }

  refresh(): Promise<void> {
    return this.sorted(() => this.readToEnd());
  }

  private async readToEnd(): Promise<void> {
    const saves = this.#saves;
    await this.#host.refresh();
    // Saved while it was read: what was read may be from before.
    if (saves !== this.#saves) await this.readToEnd();
  }

  save(values: Partial<FieldValues>): Promise<void> {
    const { fields } = this.#host.policy();
    const named = Object.entries(values).map(([name, value]) => [fields[name as EditableField], value] as const);
    return this.sorted(async () => {
      await updateRecord({ fields: { Id: this.#host.recordId(), ...Object.fromEntries(named) } });
      this.#saves += 1;
    });
  }

  createRequest(action: RequestAction, reason: string | null): Promise<RequestRow> {
    return this.sorted(async () => {
      const record = await createRecord(newRequest(this.#host.recordId(), action, reason));
      return createdRow(record, action, reason, new Date());
    });
  }

  searchSolutions(text: string): Promise<readonly SolutionOption[]> {
    return this.sorted(async () => solutionsOf(await this.#host.search(likePattern(text))));
  }

  async solutionsById(ids: readonly string[]): Promise<readonly SolutionOption[]> {
    if (ids.length === 0) return [];
    return this.sorted(async () => solutionsOf(await this.#host.byId(ids)));
  }

  goToField(path: string): void {
    const { fields } = this.#host.policy();
    const own = (['sync', 'help', 'products', 'visible'] as const).find((name) => fields[name] === path);
    if (own) this.#host.focus(own);
    else this.#host.navigate(pageOfField(path, this.#host.recordId(), this.#host.accountId()));
  }

  open(url: string): void {
    this.#host.navigate({ type: 'standard__webPage', attributes: { url } });
  }

  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
    } catch (thrown) {
      throw new PortError(problem('unknown', thrown instanceof Error ? thrown.message : null));
    }
  }

  /** @throws PortError */
  private async sorted<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (thrown) {
      throw fromSalesforce(thrown, this.#host.policy().fields);
    }
  }
}

/** Ids as the products field holds them. */
export function productsText(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : ids.join(', ');
}

/** Ids in typed or pasted text. */
export function productIds(text: string): readonly string[] {
  return parseSolutions(text).map(({ id }) => id);
}
