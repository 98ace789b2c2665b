import type { Referral, ReferralPatchOperation } from '../../../shared/core/index.ts';
import { type StandInClient, standInClient } from './stand-in-client.ts';

const REFERRALS = '/v1.0/engagements/referrals';

/** Partner Center as somebody with the partner's own sign-in sees it. */
export interface PartnerCenterDriver {
  readonly client: StandInClient;
  all(): Promise<readonly Referral[]>;
  /** The partner's own referrals of this opportunity; more than one is a duplicate. */
  ownOf(opportunityId: string): Promise<readonly Referral[]>;
  engagement(engagementId: string): Promise<readonly Referral[]>;
  /** A deal that a Microsoft seller sends to the partner; returned as it was stored. */
  send(deal: unknown): Promise<Referral>;
  get(id: string): Promise<Referral>;
  /** What somebody of the partner or of Microsoft changes in Partner Center. */
  patch(id: string, operations: readonly ReferralPatchOperation[], as?: 'seller' | 'microsoft'): Promise<void>;
  /** Partner Center tells the connector of changes from now on, as `cosell webhook register` has it do. */
  registerWebhook(url: string): Promise<void>;
  /** Calls of the referrals API, by method. */
  connectorCalls(method?: string): Promise<number>;
}

export function partnerCenterDriver(url: string): PartnerCenterDriver {
  const client = standInClient(url, '/sandbox/oauth2/v2.0/token', 'seller');

  async function list(query: string): Promise<readonly Referral[]> {
    const found: Referral[] = [];
    let path: string | undefined = `${REFERRALS}?${query}`;
    while (path !== undefined) {
      const page: { value: Referral[]; '@odata.nextLink'?: string } = await client.ok('GET', path);
      found.push(...page.value);
      const next = page['@odata.nextLink'];
      path = next === undefined ? undefined : REFERRALS + new URL(next).search;
    }
    return found;
  }

  const all = () => list('$orderby=createdDateTime');
  return {
    client,
    all,
    ownOf: async (opportunityId) => (await all()).filter((referral) => referral.externalReferenceId === opportunityId),
    send: (deal) => client.as('microsoft').ok('POST', REFERRALS, deal),
    get: (id) => client.ok('GET', `${REFERRALS}/${id}`),
    async patch(id, operations, as = 'seller') {
      await client.as(as).ok('PATCH', `${REFERRALS}/${id}`, operations);
    },
    async registerWebhook(WebhookUrl) {
      const registration = '/webhooks/v1/registration';
      const WebhookEvents = await client.ok<readonly string[]>('GET', `${registration}/events`);
      const { status } = await client.call('GET', registration);
      await client.ok(status === 404 ? 'POST' : 'PUT', registration, { WebhookUrl, WebhookEvents });
    },
    engagement: (engagementId) => list(`$filter=${encodeURIComponent(`engagementId eq '${engagementId}'`)}`),
    async connectorCalls(method) {
      const calls = (await client.requests()).filter(
        (call) => call.clientId === 'sandbox' && call.path.startsWith(REFERRALS),
      );
      return calls.filter((call) => method === undefined || call.method === method).length;
    },
  };
}
