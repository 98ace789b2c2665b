import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../contract/crm-port.ts';

export type Columns = Readonly<Record<string, unknown>>;

const DATA = '/api/data/v9.2/';
const OPERATIONS_PER_BATCH = 500;

/** Plain HTTP to a Dataverse environment: what a person or another program does, without any client library. */
export class DynamicsOrgClient {
  readonly url: string;
  readonly #tokens = new Map<Actor, string>();

  constructor(url: string) {
    this.url = url;
  }

  /** @returns the new row's id */
  async create(as: Actor, set: string, columns: Columns): Promise<string> {
    const response = await this.#send(as, 'POST', `${DATA}${set}`, columns);
    const id = /\(([0-9a-f-]{36})\)$/.exec(response.headers.get('odata-entityid') ?? '')?.[1];
    if (id === undefined) throw new Error(`${set} answered no id.`);
    return id;
  }

  /** Ids in the order of the rows; chosen here, as Dataverse allows. */
  async createAll(as: Actor, set: string, key: string, rows: readonly Columns[]): Promise<readonly string[]> {
    const withIds = rows.map((row) => ({ [key]: randomUUID(), ...row }));
    for (let from = 0; from < withIds.length; from += OPERATIONS_PER_BATCH) {
      await this.#createBatch(as, set, withIds.slice(from, from + OPERATIONS_PER_BATCH));
    }
    return withIds.map((row) => row[key] as string);
  }

  async update(as: Actor, set: string, id: string, columns: Columns): Promise<void> {
    await this.#send(as, 'PATCH', `${DATA}${set}(${id})`, columns, { 'if-match': '*' });
  }

  async remove(as: Actor, set: string, id: string): Promise<void> {
    await this.#send(as, 'DELETE', `${DATA}${set}(${id})`);
  }

  /** As the integration user. */
  async read(set: string, id: string, columns: readonly string[]): Promise<Columns> {
    const response = await this.#send('sandbox', 'GET', `${DATA}${set}(${id})?$select=${columns.join(',')}`);
    return (await response.json()) as Columns;
  }

  /** As the integration user, unless it says otherwise. */
  async query(set: string, filter: string, as: Actor = 'sandbox'): Promise<readonly Columns[]> {
    const response = await this.#send(as, 'GET', `${DATA}${set}?$filter=${encodeURIComponent(filter)}`);
    return ((await response.json()) as { value: readonly Columns[] }).value;
  }

  /** A query as it is written, below the service root. */
  async get(as: Actor, path: string): Promise<Columns> {
    return (await (await this.#send(as, 'GET', `${DATA}${path}`)).json()) as Columns;
  }

  async userId(of: Actor): Promise<string> {
    const response = await this.#send(of, 'GET', `${DATA}WhoAmI`);
    return ((await response.json()) as { UserId: string }).UserId;
  }

  /** One of the stand-in's controls (design.md §6). */
  async control(method: string, name: string, body?: unknown): Promise<unknown> {
    const response = await this.#fetch(method, `/_sandbox/${name}`, {}, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  }

  async #createBatch(as: Actor, set: string, rows: readonly Columns[]): Promise<void> {
    const parts = rows.map((row) =>
      [
        '--seed',
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        '',
        `POST ${DATA}${set} HTTP/1.1`,
        'Content-Type: application/json',
        '',
        JSON.stringify(row),
      ].join('\r\n'),
    );
    const body = [...parts, '--seed--', ''].join('\r\n');
    const response = await this.#send(as, 'POST', `${DATA}$batch`, body, {
      'content-type': 'multipart/mixed; boundary=seed',
    });
    const answer = await response.text();
    const refused = /HTTP\/1\.1 [45][^]*?\{.*\}/.exec(answer);
    if (refused) throw new Error(`${set} could not be created: ${refused[0]}`);
  }

  async #send(
    as: Actor,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    let response = await this.#fetch(method, path, { ...headers, ...(await this.#authorization(as)) }, body);
    if (response.status === 401) {
      this.#tokens.delete(as);
      response = await this.#fetch(method, path, { ...headers, ...(await this.#authorization(as)) }, body);
    }
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response;
  }

  async #authorization(as: Actor): Promise<Record<string, string>> {
    let token = this.#tokens.get(as);
    if (token === undefined) {
      const response = await fetch(`${this.url}/sandbox/oauth2/v2.0/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: as,
          client_secret: as,
          scope: `${this.url}/.default`,
        }),
      });
      token = ((await response.json()) as { access_token: string }).access_token;
      this.#tokens.set(as, token);
    }
    return { authorization: `Bearer ${token}` };
  }

  #fetch(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<Response> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(`${this.url}${path}`, {
      method,
      headers: { ...(text !== undefined && { 'content-type': 'application/json' }), ...headers },
      body: text ?? null,
    });
  }
}
