import { randomUUID } from 'node:crypto';
import { CosellError } from '../../core/errors/index.ts';
import type { IsoInstant } from '../../core/model/index.ts';
import type { CrmLog } from '../port.ts';
import { batchBody, type BatchItem } from './batch-request.ts';
import { type PartAnswer, parseBatchResponse, parseBody } from './batch-response.ts';
import { errorFromFailure, errorFromWholeAnswer } from './errors.ts';
import { createRetry } from './retry.ts';
import { type DynamicsSettings, secureUrl, servicePath } from './settings.ts';
import type { SignIn } from './sign-in.ts';

export interface BatchAnswer {
  /** One per item, in order; of a change set the answer to the operation that failed it, else to its first. */
  readonly parts: readonly PartAnswer[];
  /** The service's clock when it answered. */
  readonly at: IsoInstant;
}

/**
 * Sends operations and change sets as one `$batch`; each succeeds or fails on its own.
 * @throws CosellError when the call as a whole failed: `crm-sign-in`, `crm-throttled`, `crm-unavailable`, `crm-forbidden`, `internal`
 */
export type SendBatch = (items: readonly BatchItem[]) => Promise<BatchAnswer>;

/** 200 opportunities with full audit and details, in a script of three bytes a character, take 80 MB. */
const LARGEST_ANSWER = 128 * 1024 * 1024;

/**
 * The connector's own `$batch`, not dynamics-web-api's: that one takes an operation that failed without a JSON body for a
 * success, waits for ever when an answer is cut, and ends the process when a part is no valid JSON (docs/architecture.md).
 */
export function createBatch(
  settings: DynamicsSettings,
  { signIn, timeoutMs, log }: { signIn: SignIn; timeoutMs: number; log: CrmLog },
): SendBatch {
  const root = servicePath(settings);
  const url = new URL(`${root}$batch`, secureUrl('serverUrl', settings.serverUrl));

  async function post(items: readonly BatchItem[], token: string): Promise<Response> {
    const boundary = `batch_${randomUUID()}`;
    return fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        accept: 'application/json',
        'content-type': `multipart/mixed; boundary="${boundary}"`,
        'odata-maxversion': '4.0',
        'odata-version': '4.0',
        prefer: 'odata.continue-on-error',
        'if-none-match': 'null',
      },
      body: batchBody(items, root, boundary),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  }

  async function once(items: readonly BatchItem[]): Promise<BatchAnswer> {
    const token = await signIn.token();
    try {
      const first = await post(items, token);
      if (first.status !== 401) return await read(first, items.length);
      await first.body?.cancel();
      return await read(await post(items, await signIn.token(token)), items.length);
    } catch (thrown) {
      throw errorFromFailure(thrown);
    }
  }

  const policy = createRetry();
  policy.onRetry(({ delay }) =>
    log.warn({ delay, url: url.pathname }, 'Dynamics 365 did not answer well; trying again'),
  );
  return (items) => policy.execute(() => once(items));
}

async function read(response: Response, expected: number): Promise<BatchAnswer> {
  const body = await readBody(response);
  const headers = Object.fromEntries(response.headers);
  if (!response.ok) {
    throw errorFromWholeAnswer({
      status: response.status,
      headers,
      body: parseBody(body.toString('utf8'), response.status),
    });
  }
  const parts = await parseBatchResponse(response.headers.get('content-type'), body);
  if (parts.length !== expected) {
    throw new CosellError('crm-unavailable', {
      message: `Dynamics 365 answered ${parts.length} of ${expected} requests.`,
      cure: 'Wait; the connector tries again by itself.',
      mayHaveActed: true,
    });
  }
  return { parts, at: instantOf(headers.date) };
}

/** Chunk by chunk, so that the time limit also ends a body that has no end, and with a limit on its size. */
async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array> | []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > LARGEST_ANSWER) throw new Error('The answer is larger than any answer to our questions can be.');
  }
  return Buffer.concat(chunks);
}

function instantOf(date: string | undefined): IsoInstant {
  const at = new Date(date ?? Number.NaN);
  return (Number.isNaN(at.valueOf()) ? new Date() : at).toISOString();
}
