import type { CosellError } from '../../core/index.ts';
import type { CrmOpportunity, CrmValue, Person, SyncRequest } from '../../core/model/index.ts';
import type {
  CatchUpPage,
  ChangeHint,
  CrmPort,
  OpportunityRead,
  OpportunityWrite,
  WriteOutcome,
} from '../../crm/port.ts';

interface Row {
  readonly values: Record<string, CrmValue>;
  readonly contacts: readonly Person[];
  readonly team: readonly Person[];
  modified: number;
}

/** A CRM in memory. */
export class FakeCrm {
  readonly rows = new Map<string, Row>();
  readonly requests: (SyncRequest & { status: string; message: string })[] = [];
  /** Calls in order, with how many opportunities each was about. */
  readonly calls: { readonly call: 'read' | 'write'; readonly size: number }[] = [];
  readonly faults: { readonly call: 'read' | 'write'; readonly error: CosellError }[] = [];
  /** Opportunities whose writes the CRM refuses, each with its error. */
  readonly refusals = new Map<string, CosellError>();
  private clock = 0;

  put(id: string, values: Record<string, CrmValue>, people: Partial<Pick<Row, 'contacts' | 'team'>> = {}): void {
    this.rows.set(id, { values, contacts: [], team: [], ...people, modified: this.tick() });
  }

  /** What a seller changes. */
  edit(id: string, values: Record<string, CrmValue>): void {
    const row = this.rows.get(id);
    if (!row) return;
    Object.assign(row.values, values);
    row.modified = this.tick();
  }

  valueOf(id: string, path: string): CrmValue {
    return this.rows.get(id)?.values[path] ?? null;
  }

  port(): CrmPort {
    return {
      kind: 'salesforce',
      readOpportunities: (ids) => this.read(ids),
      write: (batch) => this.write(batch),
      opportunitiesConcerned: (hints) => Promise.resolve(hints.map((hint) => hint.id)),
      watch: () => null,
      catchUp: () => this.catchUp(),
      check: () => Promise.resolve([]),
      ping: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
  }

  private async read(ids: readonly string[]): Promise<OpportunityRead> {
    this.calls.push({ call: 'read', size: ids.length });
    await this.fail('read');
    const found = ids.flatMap((id): CrmOpportunity[] => {
      const row = this.rows.get(id);
      if (!row) return [];
      const modifiedAt = new Date(row.modified * 1_000).toISOString();
      const { contacts, team } = row;
      return [{ id, version: String(row.modified), modifiedAt, values: { ...row.values }, contacts, team }];
    });
    return {
      opportunities: found,
      missing: ids.filter((id) => !this.rows.has(id)),
      requests: this.requests.filter((request) => request.status === 'queued' && ids.includes(request.opportunityId)),
    };
  }

  private async write(batch: readonly OpportunityWrite[]): Promise<readonly WriteOutcome[]> {
    this.calls.push({ call: 'write', size: batch.length });
    await this.fail('write');
    return batch.map(({ opportunityId, values, answers }) => {
      const error = this.refusals.get(opportunityId) ?? null;
      if (error) return { opportunityId, error };
      this.edit(opportunityId, { ...values });
      for (const { requestId, status, message } of answers) {
        const request = this.requests.find(({ id }) => id === requestId);
        if (request) Object.assign(request, { status, message });
      }
      return { opportunityId, error: null };
    });
  }

  private async *catchUp(): AsyncGenerator<CatchUpPage> {
    await Promise.resolve();
    const hints = [...this.rows.keys()].map((id): ChangeHint => ({
      object: 'opportunity',
      id,
      opportunityId: id,
      changedAt: new Date(0).toISOString(),
    }));
    yield { hints, cursor: String(this.clock) };
  }

  private async fail(call: 'read' | 'write'): Promise<void> {
    await Promise.resolve();
    const index = this.faults.findIndex((fault) => fault.call === call);
    const [fault] = index < 0 ? [] : this.faults.splice(index, 1);
    if (fault) throw fault.error;
  }

  private tick(): number {
    this.clock += 1;
    return this.clock;
  }
}
