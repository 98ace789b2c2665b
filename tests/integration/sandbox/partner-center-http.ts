import {
  type PartnerCenter,
  type PartnerCenterOptions,
  createPartnerCenter,
} from '../../../scripts/sandbox/partner-center/index.ts';

export const REFERRALS = '/v1.0/engagements/referrals';

/** A referral or an error as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; `{}` when there is none. */
  readonly body: Body;
}

/** What the tests read of a body. */
export interface Body {
  readonly id: string;
  readonly engagementId: string;
  readonly eTag: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly target: string;
    readonly innerError: { readonly code: string };
  };
  readonly value: readonly Body[];
  readonly [property: string]: unknown;
}

export interface SignedIn {
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** POSTs a deal and expects it to be taken. */
  create(changes?: object): Promise<Body>;
  patch(id: string, operations: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export interface Running {
  readonly partnerCenter: PartnerCenter;
  readonly url: string;
  signIn(clientId: string): Promise<SignedIn>;
  token(form: Readonly<Record<string, string>>): Promise<Answer>;
  fetch(path: string, init?: RequestInit): Promise<Answer>;
}

/** Starts a stand-in on a free port, to be talked to with plain fetch. */
export async function startPartnerCenter(options?: PartnerCenterOptions): Promise<Running> {
  const partnerCenter = createPartnerCenter(options);
  const { url } = await partnerCenter.listen(0);
  const request = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(url + path, { redirect: 'manual', ...init });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as Body };
  };
  const token = (form: Readonly<Record<string, string>>) =>
    request('/sandbox/oauth2/v2.0/token', { method: 'POST', body: new URLSearchParams(form) });

  return {
    partnerCenter,
    url,
    token,
    fetch: request,
    async signIn(clientId) {
      const answer = await token({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientId });
      const authorization = `Bearer ${String(answer.body.access_token)}`;
      const send: SignedIn['send'] = (method, path, body, headers = {}) =>
        request(path, {
          method,
          headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
          ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        });
      return {
        send,
        async create(changes = {}) {
          const created = await send('POST', REFERRALS, deal(changes));
          if (created.status !== 200) throw new Error(`The deal was refused: ${created.text}`);
          return created.body;
        },
        patch: (id, operations, headers) => send('PATCH', `${REFERRALS}/${id}`, operations, headers),
      };
    },
  };
}

/** A private deal in our own words, in the shape of samples/create-private-request.json. */
export function deal(changes: object = {}): Record<string, unknown> {
  return {
    name: 'Charging network for delivery vans',
    externalReferenceId: '006SBX000000001AAA',
    type: 'Independent',
    qualification: 'SalesQualified',
    customerProfile: {
      name: 'Proseware Delivery',
      address: { addressLine1: 'Rua do Porto 12', city: 'Lisboa', postalCode: '1200-109', country: 'PT' },
      size: '251to1000employees',
      team: [
        {
          firstName: 'Rita',
          lastName: 'Lopes',
          email: 'rita.lopes@proseware.example',
          phoneNumber: '+351 21 555 0100',
        },
      ],
    },
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: false,
    },
    details: {
      notes: 'Thirty depots, one dashboard.',
      dealValue: 50000.5,
      currency: 'EUR',
      closingDateTime: '2027-03-31T00:00:00Z',
      requirements: {
        solutions: [{ id: 'SOL-15974-MQF', name: 'Factory Floor Insights', type: 'Name' }],
        additionalRequirements: { iot: {}, attributes: [{ id: 'HaveNotDecided', type: 'CustomerMarketplaceIntent' }] },
      },
    },
    team: [
      {
        firstName: 'Tom',
        lastName: 'Okoye',
        email: 'tom.okoye@northwind-cloud.example',
        phoneNumber: '+44 20 7946 0103',
      },
    ],
    target: [],
    ...changes,
  };
}

/** `deal()` with one property set, or removed when `value` is undefined. @param path such as `details/currency`. */
export function dealWith(path: string, value: unknown): Record<string, unknown> {
  const body = structuredClone(deal());
  const names = path.split('/');
  const last = names.pop() ?? '';
  const parent = names.reduce<Record<string, unknown>>((inner, name) => inner[name] as Record<string, unknown>, body);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return body;
}

export const replace = (path: string, value: unknown) => ({ op: 'replace', path, value });
export const add = (path: string, value: unknown) => ({ op: 'add', path, value });

/** What asks Microsoft in an engagement. */
export const askMicrosoft = (engagementId: string, changes: object = {}) =>
  deal({
    engagementId,
    type: 'Shared',
    target: [{ type: 'BusinessProfileLocation', id: 'msft' }],
    inviteContext: { assistanceRequestCode: 'ProofOfConceptOrDemo', notes: 'Could you join the first call?' },
    ...changes,
  });
