import type { Actor } from '../../contract/crm-port.ts';

export type SObject = Readonly<Record<string, unknown>>;

const DATA = '/services/data/v64.0';
const COLLECTION = 200;

/** Plain HTTP to a Salesforce org: what a person or another program does, without any client library. */
export class OrgClient {
  readonly url: string;
  readonly #tokens = new Map<Actor, string>();

  constructor(url: string) {
    this.url = url;
  }

  async create(as: Actor, object: string, values: SObject): Promise<string> {
    const { id } = (await this.#call(as, 'POST', `${DATA}/sobjects/${object}`, values)) as { id: string };
    return id;
  }

  /** Ids in the order of the records. */
  async createAll(as: Actor, object: string, records: readonly SObject[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let start = 0; start < records.length; start += COLLECTION) {
      const part = records
        .slice(start, start + COLLECTION)
        .map((record) => ({ ...record, attributes: { type: object } }));
      const results = (await this.#call(as, 'POST', `${DATA}/composite/sobjects`, {
        allOrNone: true,
        records: part,
      })) as readonly {
        id: string;
        success: boolean;
      }[];
      const refused = results.find(({ success }) => !success);
      if (refused) throw new Error(`${object} could not be created: ${JSON.stringify(refused)}`);
      ids.push(...results.map(({ id }) => id));
    }
    return ids;
  }

  async update(as: Actor, object: string, id: string, values: SObject): Promise<void> {
    await this.#call(as, 'PATCH', `${DATA}/sobjects/${object}/${id}`, values);
  }

  async remove(as: Actor, object: string, id: string): Promise<void> {
    await this.#call(as, 'DELETE', `${DATA}/sobjects/${object}/${id}`);
  }

  /** As the integration user. */
  async read(object: string, id: string, fields: readonly string[]): Promise<SObject> {
    return (await this.#call(
      'sandbox',
      'GET',
      `${DATA}/sobjects/${object}/${id}?fields=${fields.join(',')}`,
    )) as SObject;
  }

  /** As the integration user, unless it says otherwise. */
  async query(soql: string, as: Actor = 'sandbox'): Promise<readonly SObject[]> {
    const { records } = (await this.#call(as, 'GET', `${DATA}/query?q=${encodeURIComponent(soql)}`)) as {
      records: readonly SObject[];
    };
    return records;
  }

  async userId(of: Actor): Promise<string> {
    const { user_id } = (await this.#call(of, 'GET', '/services/oauth2/userinfo')) as { user_id: string };
    return user_id;
  }

  /** One of the stand-in's controls (design.md §6). */
  async control(method: string, name: string, body?: unknown): Promise<unknown> {
    return this.#parse(await this.#fetch(method, `/_sandbox/${name}`, {}, body));
  }

  async #call(as: Actor, method: string, path: string, body?: unknown): Promise<unknown> {
    const first = await this.#fetch(method, path, { authorization: `Bearer ${await this.token(as)}` }, body);
    if (first.status !== 401) return this.#parse(first);
    this.#tokens.delete(as);
    return this.#parse(await this.#fetch(method, path, { authorization: `Bearer ${await this.token(as)}` }, body));
  }

  async token(as: Actor): Promise<string> {
    const known = this.#tokens.get(as);
    if (known !== undefined) return known;
    const response = await fetch(`${this.url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: as, client_secret: as }),
    });
    const { access_token: token } = (await this.#parse(response)) as { access_token: string };
    this.#tokens.set(as, token);
    return token;
  }

  #fetch(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
  }

  async #parse(response: Response): Promise<unknown> {
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  }
}
