import type {
  AccountCandidate,
  CreateOutcome,
  DealLookup,
  DealMatch,
  NewLead,
  NewOpportunity,
} from '../../core/inbound/index.ts';
import { SECTION_FIELDS, type CosellError, type TeamChanges } from '../../core/index.ts';
import type { CrmOpportunity, CrmUser, CrmValue, Person, SyncRequest } from '../../core/model/index.ts';
import type {
  CatchUpPage,
  ChangeHint,
  ConnectionRow,
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

type Call = 'read' | 'write' | 'find' | 'users' | 'create' | 'publish';

const userId = ({ email }: Person): string => `user ${email}`;
const rowId = ({ email }: Person): string => `row ${email}`;

/** A CRM in memory. */
export class FakeCrm {
  readonly rows = new Map<string, Row>();
  readonly accounts: AccountCandidate[] = [];
  /** Active users. Whoever is the first of a team owns the opportunity; the others have rows in it. */
  readonly users: Person[] = [];
  /** By referral. */
  readonly leads = new Map<string, NewLead>();
  readonly requests: (SyncRequest & { status: string; message: string })[] = [];
  /** Calls in order, with how many opportunities each was about. */
  readonly calls: { readonly call: Call; readonly size: number }[] = [];
  /** Errors that the next calls of a kind answer with; `acted` ones of writes after having done what was asked. */
  readonly faults: { readonly call: Call; readonly error: CosellError; readonly acted?: boolean }[] = [];
  /** Opportunities whose writes, and referrals whose entering, the CRM refuses, each with its error. */
  readonly refusals = new Map<string, CosellError>();
  /** Connection rows in the order of their writing. */
  readonly published: ConnectionRow[] = [];
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
      publishConnection: async (row) => {
        await this.fail('publish');
        this.published.push(row);
      },
      findUsers: async (emails) => {
        this.calls.push({ call: 'users', size: emails.length });
        await this.fail('users');
        return this.usersAmong(emails);
      },
      findDeals: (lookups) => this.findDeals(lookups),
      createOpportunities: (batch) => this.createOpportunities(batch),
      createLeads: (leads) => this.createLeads(leads),
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
      const memberships = team.slice(1).map((person) => ({ id: rowId(person), email: person.email ?? '' }));
      const version = String(row.modified);
      return [{ id, version, modifiedAt, values: { ...row.values }, contacts, team, memberships }];
    });
    return {
      opportunities: found,
      missing: ids.filter((id) => !this.rows.has(id)),
      requests: this.requests.filter((request) => request.status === 'queued' && ids.includes(request.opportunityId)),
    };
  }

  private async write(batch: readonly OpportunityWrite[]): Promise<readonly WriteOutcome[]> {
    this.calls.push({ call: 'write', size: batch.length });
    const fault = await this.takeFault('write');
    if (fault && !fault.acted) throw fault.error;
    const outcomes = batch.map(({ opportunityId, values, team, answers }): WriteOutcome => {
      const error = this.refusals.get(opportunityId) ?? null;
      if (error) return { opportunityId, error };
      if (team) this.changeTeam(opportunityId, team);
      this.edit(opportunityId, { ...values });
      for (const { requestId, status, message } of answers) {
        const request = this.requests.find(({ id }) => id === requestId);
        if (request) Object.assign(request, { status, message });
      }
      return { opportunityId, error: null };
    });
    if (fault) throw fault.error;
    return outcomes;
  }

  private async findDeals(lookups: readonly DealLookup[]): Promise<readonly DealMatch[]> {
    this.calls.push({ call: 'find', size: lookups.length });
    await this.fail('find');
    return lookups.map(({ referralId, account, owners, currency }): DealMatch => {
      const [opportunityId = null] = [...this.rows].flatMap(([id, row]) =>
        row.values[SECTION_FIELDS.salesforce.referralId] === referralId ? [id] : [],
      );
      return {
        referralId,
        opportunityId,
        accounts: this.accounts.filter(({ name }) => name === account?.name),
        contacts: [],
        ownerId: this.usersAmong(owners)[0]?.id ?? owners[0] ?? null,
        teamId: null,
        users: this.usersAmong(owners),
        knowsCurrency: currency !== null && currency !== 'XXX',
      };
    });
  }

  private async createOpportunities(batch: readonly NewOpportunity[]): Promise<readonly CreateOutcome[]> {
    this.calls.push({ call: 'create', size: batch.length });
    await this.fail('create');
    return batch.map(({ referralId, values, account, contacts, owner, team }): CreateOutcome => {
      const error = this.refusals.get(referralId) ?? null;
      if (error) return { referralId, opportunityId: null, error };
      // As both CRMs have it: one referral, one opportunity.
      if ([...this.rows.values()].some((row) => row.values[SECTION_FIELDS.salesforce.referralId] === referralId)) {
        throw new Error(`A second opportunity for ${referralId}.`);
      }
      if (account && 'values' in account) {
        const { 'Account.Name': name, 'Account.BillingPostalCode': postalCode = null } = account.values;
        this.accounts.push({
          id: `001${this.accounts.length}`,
          name: String(name),
          postalCode: typeof postalCode === 'string' ? postalCode : null,
        });
      }
      const opportunityId = `006N${this.tick()}`;
      const people = contacts.flatMap((contact) => ('person' in contact ? [contact.person] : []));
      const ofAccount = account && 'values' in account ? account.values : {};
      const staff = [owner?.id, ...team].flatMap((id) => this.users.find((user) => userId(user) === id) ?? []);
      this.put(opportunityId, { Id: opportunityId, ...ofAccount, ...values }, { contacts: people, team: staff });
      return { referralId, opportunityId, error: null };
    });
  }

  /** In the order of the addresses. */
  private usersAmong(emails: readonly string[]): readonly CrmUser[] {
    return emails.flatMap((wanted) => {
      const user = this.users.find(({ email }) => email?.toLowerCase() === wanted.toLowerCase());
      return user?.email ? [{ id: userId(user), email: user.email }] : [];
    });
  }

  private changeTeam(id: string, { add, remove }: TeamChanges): void {
    const row = this.rows.get(id);
    if (!row) return;
    const joining = this.users.filter((user) => add.includes(userId(user)));
    const [owner, ...members] = row.team;
    const stays = members.filter((person) => !remove.includes(rowId(person)));
    if (joining.length < add.length || stays.length > members.length - remove.length)
      throw new Error(`No such users or rows: ${[...add, ...remove].join()}.`);
    const team = [...(owner ? [owner] : []), ...stays, ...joining];
    this.rows.set(id, { ...row, team });
  }

  private createLeads(leads: readonly NewLead[]): Promise<readonly CreateOutcome[]> {
    for (const lead of leads) this.leads.set(lead.referralId, lead);
    return Promise.resolve(
      leads.map(({ referralId }) => ({ referralId, opportunityId: `00Q${referralId}`, error: null })),
    );
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

  private async fail(call: Call): Promise<void> {
    const fault = await this.takeFault(call);
    if (fault) throw fault.error;
  }

  private async takeFault(call: Call): Promise<FakeCrm['faults'][number] | undefined> {
    await Promise.resolve();
    const index = this.faults.findIndex((fault) => fault.call === call);
    return index < 0 ? undefined : this.faults.splice(index, 1)[0];
  }

  private tick(): number {
    this.clock += 1;
    return this.clock;
  }
}
