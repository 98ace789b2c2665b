import { CosellError } from '../../core/index.ts';
import type { NewReferral, Referral, ReferralPatchOperation } from '../../core/model/index.ts';
import type { ReferralQuery, ReferralsPort } from '../../partner-center/port.ts';

export const OWN_ORGANISATION = 'partner-1';
export const MICROSOFT_ORGANISATION = 'msft';

/** Partner Center in memory: as strict as the worker's tests need it. */
export class FakePartnerCenter {
  readonly referrals = new Map<string, Referral>();
  /** Calls in order: `get`, `list`, `create`, `patch`. */
  readonly calls: string[] = [];
  /** Errors that the next calls of a kind answer with; `acted` ones after having done what was asked. */
  readonly faults: { readonly call: string; readonly error: CosellError; readonly acted?: boolean }[] = [];
  /** Writes that Partner Center would have refused: none may ever be tried. */
  readonly violations: string[] = [];
  /** Told of every change, whoever made it. */
  onChange: (referral: Referral) => void = () => undefined;
  private readonly now: () => Date;
  private next = 1;

  constructor(now: () => Date) {
    this.now = now;
  }

  /** Our own referrals of an opportunity. */
  ownOf(opportunityId: string): readonly Referral[] {
    return [...this.referrals.values()].filter(
      (referral) => referral.externalReferenceId === opportunityId && referral.organizationId === OWN_ORGANISATION,
    );
  }

  microsoftOf(engagementId: string): readonly Referral[] {
    return [...this.referrals.values()].filter(
      (referral) => referral.engagementId === engagementId && referral.organizationId === MICROSOFT_ORGANISATION,
    );
  }

  /** A deal that Microsoft sends. */
  receive(id: string, changes: Partial<Referral> = {}): Referral {
    return this.store({
      id,
      engagementId: `engagement-of-${id}`,
      organizationId: OWN_ORGANISATION,
      createdDateTime: this.now().toISOString(),
      status: 'New',
      substatus: 'Received',
      direction: 'Incoming',
      type: 'Shared',
      qualification: 'SalesQualified',
      name: `Deal ${id}`,
      customerProfile: {
        name: 'Adatum Motors',
        address: { postalCode: 'B1 1AA', country: 'GB' },
        team: [{ firstName: 'Priya', lastName: 'Raman', email: 'priya@adatum.example' }],
      },
      consent: { consentToShareReferralWithMicrosoftSellers: true },
      details: {
        notes: 'Three plants.',
        dealValue: 84_000.5,
        currency: 'GBP',
        closingDateTime: '2027-02-03T00:00:00Z',
        requirements: { solutions: [{ id: 'SOL-15974-MQF' }] },
      },
      ...changes,
    });
  }

  /** What somebody changes in Partner Center itself. */
  edit(id: string, change: Partial<Referral>): void {
    const before = this.referrals.get(id);
    if (before) this.store({ ...before, ...change });
  }

  port(): ReferralsPort {
    return {
      list: (query) => this.list(query),
      get: (id) => this.call('get', () => this.referrals.get(id) ?? null),
      create: (referral) => this.call('create', () => this.create(referral)),
      patch: (id, operations, eTag) => this.call('patch', () => this.patch(id, operations, eTag)),
    };
  }

  private async *list(query: ReferralQuery): AsyncGenerator<readonly Referral[]> {
    const found = await this.call('list', () =>
      [...this.referrals.values()].filter(
        (referral) =>
          (query.engagementId === undefined || referral.engagementId === query.engagementId) &&
          (query.updatedSince === undefined || (referral.updatedDateTime ?? '') >= query.updatedSince) &&
          (query.updatedUntil === undefined || (referral.updatedDateTime ?? '') <= query.updatedUntil),
      ),
    );
    // Lists come without the eTag; see worker/sync-item.ts.
    const listed = found.map((referral) => ({ ...structuredClone(referral), eTag: undefined as never }));
    // Pages of two, so that nobody gets away with reading only the first.
    for (let start = 0; start < listed.length; start += 2) yield listed.slice(start, start + 2);
  }

  private async call<Result>(name: string, act: () => Result): Promise<Result> {
    this.calls.push(name);
    await Promise.resolve();
    const index = this.faults.findIndex((fault) => fault.call === name);
    const [fault] = index < 0 ? [] : this.faults.splice(index, 1);
    if (fault && !fault.acted) throw fault.error;
    const result = act();
    if (fault) throw fault.error;
    return result;
  }

  private create(referral: NewReferral): Referral {
    const number = this.next;
    this.next += 1;
    const toMicrosoft = referral.engagementId !== undefined;
    return this.store({
      ...referral,
      id: `referral-${number}`,
      engagementId: referral.engagementId ?? `engagement-${number}`,
      organizationId: toMicrosoft ? MICROSOFT_ORGANISATION : OWN_ORGANISATION,
      createdDateTime: this.now().toISOString(),
      status: referral.status ?? (toMicrosoft ? 'New' : 'Active'),
      substatus: referral.substatus ?? (toMicrosoft ? 'Pending' : 'Accepted'),
      direction: toMicrosoft ? 'Incoming' : 'Outgoing',
    });
  }

  private patch(id: string, operations: readonly ReferralPatchOperation[], eTag: string): Referral {
    const before = this.referrals.get(id);
    if (!before) throw new CosellError('referral-not-found', { message: 'No such referral.', cure: 'None.' });
    if (before.eTag !== eTag) {
      throw new CosellError('partner-center-conflict', { message: 'The eTag is stale.', cure: 'Read it again.' });
    }
    if (before.status === 'Closed') this.violations.push(`${id} has ended and was written.`);
    const changed = structuredClone(before) as unknown as Record<string, unknown>;
    for (const { path, value } of operations) setAt(changed, path.slice(1).split('/'), value);
    return this.store(changed as unknown as Referral);
  }

  private store(referral: Referral): Referral {
    const version = Number(/\d+/.exec(this.referrals.get(referral.id)?.eTag ?? '"0"')?.[0]) + 1;
    const stored = { ...referral, eTag: `"${version}"`, updatedDateTime: this.now().toISOString() };
    this.referrals.set(stored.id, stored);
    this.onChange(stored);
    return structuredClone(stored);
  }
}

function setAt(target: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = (target[key] ?? {}) as Record<string, unknown>;
  target[key] = inner;
  setAt(inner, rest, value);
}
