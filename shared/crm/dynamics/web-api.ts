import { DynamicsWebApi } from 'dynamics-web-api';
import type { CosellError } from '../../core/errors/index.ts';
import { errorFromAnswer, errorFromFailure } from './errors.ts';
import { type DynamicsSettings, secureUrl } from './settings.ts';
import type { SignIn } from './sign-in.ts';

export interface WebApi {
  /**
   * Runs one call of dynamics-web-api with what the library lacks: a limit on its whole time, one new token after a 401, and
   * errors of ours. @throws CosellError
   */
  ask<T>(call: (api: DynamicsWebApi) => Promise<T>): Promise<T>;
}

/** For single requests; batches go through `SendBatch`. */
export function createWebApi(settings: DynamicsSettings, signIn: SignIn, timeoutMs: number): WebApi {
  const bound = async <T>(call: (api: DynamicsWebApi) => Promise<T>, token: string): Promise<T> => {
    const api = new DynamicsWebApi({
      serverUrl: secureUrl('serverUrl', settings.serverUrl).origin,
      dataApi: { version: settings.apiVersion },
      onTokenRefresh: () => Promise.resolve({ accessToken: token }),
      timeout: timeoutMs,
      propagateErrors: true,
    });
    const { promise: timeout, reject } = Promise.withResolvers<never>();
    // The library waits for ever when a connection is cut in the middle of an answer.
    const timer = setTimeout(() => reject(new DOMException('No answer in time.', 'TimeoutError')), timeoutMs);
    try {
      return await Promise.race([call(api), timeout]);
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    async ask(call) {
      const token = await signIn.token();
      try {
        return await bound(call, token);
      } catch (thrown) {
        if (statusOf(thrown) !== 401) throw errorFromLibrary(thrown);
      }
      try {
        return await bound(call, await signIn.token(token));
      } catch (thrown) {
        throw errorFromLibrary(thrown);
      }
    },
  };
}

/** The library throws `Error`s with `status`, `code`, `message` and `headers` of the answer, or what Node's http threw. */
function errorFromLibrary(thrown: unknown): CosellError {
  const status = statusOf(thrown);
  if (status === null) return errorFromFailure(thrown);
  const { code = '', message = '', headers = {} } = thrown as { code?: string; message?: string; headers?: object };
  return errorFromAnswer({
    status,
    headers: headers as Record<string, string>,
    body: { error: { code, message } },
  });
}

function statusOf(thrown: unknown): number | null {
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : null;
  return typeof status === 'number' ? status : null;
}
