import type { INetworkModule } from '@azure/msal-node';

type Answer<T> = Awaited<ReturnType<INetworkModule['sendPostRequestAsync']>> & { body: T };

/**
 * MSAL's network over `fetch`, with a time limit on every call (its own POST has none). MSAL insists on https addresses;
 * `plainHttp` sends them over http, for an authority on the own machine.
 */
export function createSignInNetwork(timeoutMs: number, plainHttp: boolean): INetworkModule {
  const send = async <T>(
    method: 'GET' | 'POST',
    url: string,
    options?: { headers?: Record<string, string>; body?: string },
  ): Promise<Answer<T>> => {
    const response = await fetch(plainHttp ? url.replace(/^https:/, 'http:') : url, {
      method,
      ...(options?.headers && { headers: options.headers }),
      ...(options?.body !== undefined && { body: options.body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: (await response.json()) as T,
    };
  };
  return {
    sendGetRequestAsync: <T>(url: string, options?: object) => send<T>('GET', url, options),
    sendPostRequestAsync: <T>(url: string, options?: object) => send<T>('POST', url, options),
  };
}
