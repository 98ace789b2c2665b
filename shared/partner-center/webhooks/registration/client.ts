import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SignIn } from '../../app-sign-in.ts';
import { serverOrigin } from '../../server-url.ts';
import { createTransport, TransportFailure, type Answer, type Outgoing } from '../../transport.ts';
import { withSmallInitials } from '../small-initials.ts';
import { errorOfRegistrationAnswer, errorOfRegistrationContent, errorOfRegistrationFailure } from './errors.ts';
import type { WebhookRegistration, WebhookRegistrationPort } from './port.ts';

export interface RegistrationClientOptions {
  /** Host only: `https://api.partnercenter.microsoft.com`, in the sandbox `http://localhost:4101`. */
  readonly baseUrl: string;
  readonly signIn: Pick<SignIn, 'accessToken' | 'onUnauthorized'>;
  /** Longest time for one request; 15 s. */
  readonly timeoutMs?: number;
}

/** partner-center-webhooks.md §1; learn.microsoft.com/partner-center/developer/partner-center-webhooks. */
const PATH = '/webhooks/v1/registration';
const LARGEST_ANSWER = 1_000_000;

const named = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(withSmallInitials, z.object(shape));

const registrationSchema = named({
  webhookUrl: z.string(),
  webhookEvents: z.array(z.string()),
  signatureTokenToMsSignatureHeader: z.boolean().nullish(),
});
const startedSchema = named({ correlationId: z.string().regex(/^[\w-]{1,100}$/) });
const validationSchema = named({
  status: z.string(),
  callbackUrl: z.string().nullish(),
  results: z.array(named({ responseCode: z.string(), responseMessage: z.string().nullish() })).nullish(),
});

/** Client of the webhook management API. It serves commands: a call is made once, and again only after a refused token. */
export function createRegistrationClient(
  options: RegistrationClientOptions,
): WebhookRegistrationPort & { close(): Promise<void> } {
  const transport = createTransport({
    origin: serverOrigin(options.baseUrl, 'partnerCenter.webhooks.baseUrl'),
    maxConnections: 1,
    timeoutMs: options.timeoutMs ?? 15_000,
    maxBodyBytes: LARGEST_ANSWER,
  });

  async function exchange(method: Outgoing['method'], path: string, body?: object): Promise<[Answer, string]> {
    const reference = randomUUID();
    const send = async (): Promise<Answer> => {
      const headers = {
        accept: 'application/json',
        authorization: `Bearer ${await options.signIn.accessToken()}`,
        'ms-correlationid': reference,
        'ms-requestid': randomUUID(),
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
      };
      return transport
        .exchange({ method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
        .catch((thrown: unknown) => {
          throw thrown instanceof TransportFailure ? errorOfRegistrationFailure(thrown, reference) : thrown;
        });
    };
    const token = await options.signIn.accessToken();
    const answer = await send();
    if (answer.status !== 401) return [answer, reference];
    await options.signIn.onUnauthorized(token);
    return [await send(), reference];
  }

  function read<Schema extends z.ZodType>([answer, reference]: [Answer, string], schema: Schema): z.infer<Schema> {
    if (answer.status < 200 || answer.status >= 300) throw errorOfRegistrationAnswer(answer, reference, Date.now());
    const parsed = schema.safeParse(parseJson(answer.text));
    if (!parsed.success) throw errorOfRegistrationContent(reference);
    return parsed.data;
  }

  return {
    offeredEvents: async () => read(await exchange('GET', `${PATH}/events`), z.array(z.string())),
    current: async () => {
      const exchanged = await exchange('GET', PATH);
      const [{ status, headers }] = exchanged;
      // A page of some proxy says nothing about registrations.
      if (status === 404 && !(headers['content-type'] ?? '').includes('text/html')) return null;
      const { webhookUrl, webhookEvents, signatureTokenToMsSignatureHeader } = read(exchanged, registrationSchema);
      return {
        webhookUrl,
        webhookEvents,
        signatureTokenToMsSignatureHeader: signatureTokenToMsSignatureHeader ?? null,
      };
    },
    create: async (wanted) => void read(await exchange('POST', PATH, bodyOf(wanted)), registrationSchema),
    replace: async (wanted) => void read(await exchange('PUT', PATH, bodyOf(wanted)), registrationSchema),
    sendValidationEvent: async () =>
      read(await exchange('POST', `${PATH}/validationEvents`), startedSchema).correlationId,
    validationEvent: async (correlationId) => {
      const path = `${PATH}/validationEvents/${encodeURIComponent(correlationId)}`;
      const { status, callbackUrl, results } = read(await exchange('GET', path), validationSchema);
      return {
        isCompleted: status.toLowerCase() === 'completed',
        callbackUrl: callbackUrl ?? '',
        results: (results ?? []).map(({ responseCode, responseMessage }) => ({
          responseCode,
          responseMessage: responseMessage ?? '',
        })),
      };
    },
    close: () => transport.close(),
  };
}

/** As the published request writes the names (samples/webhook-registration-request.json). */
const bodyOf = ({
  webhookUrl,
  webhookEvents,
  signatureTokenToMsSignatureHeader: inOwnHeader,
}: WebhookRegistration) => ({
  WebhookUrl: webhookUrl,
  WebhookEvents: webhookEvents,
  ...(inOwnHeader === null ? {} : { signatureTokenToMsSignatureHeader: inOwnHeader }),
});

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
