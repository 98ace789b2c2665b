import { CosellError } from '../core/errors/index.ts';
import type { Referral } from '../core/model/index.ts';
import { createCaller, type Success } from './caller.ts';
import { SYSTEM_CLOCK, type Clock } from './clock.ts';
import { errorOfContent, withMayHaveActed, type Operation } from './errors.ts';
import { SILENT_LOG, type Log } from './log.ts';
import { listInRounds } from './list-in-rounds.ts';
import { listQuery, nextPageQuery } from './odata.ts';
import type { ReferralQuery, ReferralsPort } from './port.ts';
import { readPage, readReferral } from './referral-schema.ts';
import { serverOrigin } from './server-url.ts';
import { createTransport } from './transport.ts';

export interface ReferralsClientOptions {
  /** Host only: `https://api.partner.microsoft.com`, in the sandbox `http://localhost:4101`. */
  readonly baseUrl: string;
  /** A token that is valid now; see `createDelegatedSignIn`. */
  readonly accessToken: () => Promise<string>;
  /** Told of a token that was refused with 401; afterwards `accessToken` must give a newer one, or both throw. */
  readonly onUnauthorized: (staleToken: string) => Promise<void>;
  /** Longest time for one request; 10 s. */
  readonly timeoutMs?: number;
  /** Longest time for one method call (one page of a list) with its tries and waits; 30 s. */
  readonly totalTimeoutMs?: number;
  /** How many requests may be under way at once; 8. */
  readonly maxConcurrent?: number;
  /** A `Retry-After` up to this long is waited out here, a longer one is thrown as `partner-center-throttled`; 2 s. */
  readonly maxInlineWaitMs?: number;
  /** Where the growing, jittered pause between two tries starts; 200 ms. */
  readonly retryDelayMs?: number;
  /** Largest answer read; 10 MB. */
  readonly maxBodyBytes?: number;
  readonly clock?: Clock;
  readonly log?: Log;
}

/** partner-center-referrals.md §1 and §4; learn.microsoft.com/partner-center/developer/create-a-referral and its neighbours. */
const REFERRALS_PATH = '/v1.0/engagements/referrals';
const JSON_BODY = { 'content-type': 'application/json' };

/**
 * Client of the Partner Center referrals API. Errors, by code: `partner-center-rejected` (names the field by its JSON
 * pointer into the referral), `-conflict`, `-throttled`, `-unavailable`, `-forbidden`, `-sign-in`, `-mfa-required`,
 * `referral-not-found`; `mayHaveActed` is set where a write may have been carried out.
 */
export function createReferralsClient(options: ReferralsClientOptions): ReferralsPort & { close(): Promise<void> } {
  const log = options.log ?? SILENT_LOG;
  const maxConcurrent = options.maxConcurrent ?? 8;
  const transport = createTransport({
    origin: serverOrigin(options.baseUrl, 'partnerCenter.baseUrl'),
    maxConnections: maxConcurrent,
    timeoutMs: options.timeoutMs ?? 10_000,
    maxBodyBytes: options.maxBodyBytes ?? 10_000_000,
  });
  const call = createCaller({
    transport,
    accessToken: options.accessToken,
    onUnauthorized: options.onUnauthorized,
    maxConcurrent,
    totalTimeoutMs: options.totalTimeoutMs ?? 30_000,
    maxInlineWaitMs: options.maxInlineWaitMs ?? 2_000,
    retryDelayMs: options.retryDelayMs ?? 200,
    clock: options.clock ?? SYSTEM_CLOCK,
    log,
  });

  /** The pages of one query, led by their next links. */
  async function* pagesOf(query: ReferralQuery & { readonly skip?: number }): AsyncGenerator<readonly Referral[]> {
    const seen = new Set<string>();
    let incomplete: CosellError | null = null;
    let page: string | null = listQuery(query);
    while (page !== null) {
      seen.add(page);
      const path: string = page ? `${REFERRALS_PATH}?${page}` : REFERRALS_PATH;
      const success = await call({ operation: 'list', method: 'GET', path, headers: {} });
      const reading = readPage(success.answer.text);
      if ('wrong' in reading) throw unreadable(reading.wrong, success, 'list');
      const [wrong] = reading.value.unreadable;
      if (wrong !== undefined) incomplete ??= unreadable(wrong, success, 'list');
      yield reading.value.referrals;
      page = nextPageQuery(reading.value.nextLink);
      // It would go on for ever, and what follows would never be seen.
      if (page !== null && seen.has(page)) throw unreadable('the list leads back to a page it had', success, 'list');
    }
    // One odd referral hides no other, but nobody may take the list for complete: who looks for a referral before
    // creating it again would create a second one.
    if (incomplete) throw incomplete;
  }

  async function get(id: string): Promise<Referral | null> {
    const path = referralPath(id);
    try {
      return referralOf(await call({ operation: 'get', method: 'GET', path, headers: {} }), 'get');
    } catch (thrown) {
      if (thrown instanceof CosellError && thrown.code === 'referral-not-found') return null;
      throw thrown;
    }
  }

  /** A PATCH may be answered 204 without the referral although we asked for it (partner-center-referrals.md §9.6). */
  async function readAfterPatch(id: string, reference: string): Promise<Referral> {
    try {
      const referral = await get(id);
      if (referral) return referral;
    } catch (thrown) {
      throw thrown instanceof CosellError ? withMayHaveActed(thrown) : thrown;
    }
    throw new CosellError('referral-not-found', {
      message: 'The referral could no longer be read after it was changed.',
      cure: 'Check in Partner Center whether it still exists.',
      reference,
      mayHaveActed: true,
    });
  }

  return {
    list: (query) =>
      query.updatedSince === undefined || query.top !== undefined
        ? pagesOf(query)
        : listInRounds(pagesOf, { ...query, updatedSince: query.updatedSince }),

    get,

    async create(referral) {
      const body = JSON.stringify(referral);
      const success = await call({
        operation: 'create',
        method: 'POST',
        path: REFERRALS_PATH,
        headers: JSON_BODY,
        body,
      });
      return referralOf(success, 'create');
    },

    async patch(id, operations, eTag) {
      const success = await call({
        operation: 'patch',
        method: 'PATCH',
        path: referralPath(id),
        headers: { ...JSON_BODY, 'if-match': eTag, prefer: 'return=representation' },
        body: JSON.stringify(operations),
      });
      return success.answer.text === '' ? readAfterPatch(id, success.reference) : referralOf(success, 'patch');
    },

    close: () => transport.close(),
  };
}

/** Ids become part of a path: what could lead elsewhere is refused before anything is sent. */
function referralPath(id: string): string {
  if (/^[\w-]{1,100}$/.test(id)) return `${REFERRALS_PATH}/${id}`;
  throw new CosellError('value-invalid', {
    message: 'The referral identifier is not one that Partner Center gives out.',
    cure: 'Correct the referral identifier on the opportunity, or empty it to share the deal anew.',
    field: '/id',
  });
}

function referralOf(success: Success, operation: Operation): Referral {
  const reading = readReferral(success.answer.text);
  if ('wrong' in reading) throw unreadable(reading.wrong, success, operation);
  const referral = reading.value;
  const { etag } = success.answer.headers;
  return referral.eTag || !etag ? referral : { ...referral, eTag: etag };
}

const unreadable = (wrong: string, { answer, reference }: Success, operation: Operation): CosellError =>
  errorOfContent(wrong, answer, { operation, reference });
