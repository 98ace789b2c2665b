import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { ServiceError, badRequest } from '../service-error.ts';
import type { Attempt, Deliveries, WebhookBody } from './delivery.ts';
import type { Registration } from './registration.ts';

/** samples/webhook-validation-event-response.json. */
export interface ValidationEvent {
  readonly correlationId: string;
  readonly partnerId: string;
  readonly status: 'pending' | 'completed';
  readonly callbackUrl: string;
  readonly results: readonly ValidationResult[];
}

interface ValidationResult {
  readonly responseCode: string;
  readonly responseMessage: string;
  readonly systemError: boolean;
  readonly dateTimeUtc: string;
}

export interface ValidationEvents {
  /** @throws ServiceError 400 without `test-created` in the registration, 429 for the third within a minute. */
  start(registration: Registration): string;
  /** @throws ServiceError 404 */
  find(correlationId: string): ValidationEvent;
  reset(): void;
}

/** partner-center-webhooks.md §1: at most two a minute, and purged after seven days. */
const MOST_PER_MINUTE = 2;
const MINUTE_MS = 60_000;
const KEPT_MS = 7 * 24 * 60 * MINUTE_MS;
const RESOURCE_URI = 'http://api.partnercenter.microsoft.com/webhooks/v1/registration/validationEvents';

export function createValidationEvents(deliveries: Deliveries, partnerId: string, now: () => number): ValidationEvents {
  const events = new Map<string, { readonly startedAt: number; event: ValidationEvent }>();

  function assertMayStart({ WebhookEvents }: Registration): void {
    if (!WebhookEvents.includes('test-created')) {
      throw badRequest('registration', 'eventNotRegistered', 'The event test-created is not registered.');
    }
    const recent = [...events.values()].filter(({ startedAt }) => now() - startedAt < MINUTE_MS);
    if (recent.length < MOST_PER_MINUTE) return;
    throw new ServiceError({
      status: 429,
      code: 'serviceNotAvailable',
      target: 'validationEvents',
      innerCode: 'tooManyRequests',
      message: 'At most two validation events a minute. Try again in 60 seconds.',
    });
  }

  return {
    start(registration) {
      assertMayStart(registration);
      const correlationId = randomUUID();
      const { WebhookUrl, signatureTokenToMsSignatureHeader } = registration;
      const event: ValidationEvent = {
        correlationId,
        partnerId,
        status: 'pending',
        callbackUrl: WebhookUrl,
        results: [],
      };
      const entry = { startedAt: now(), event };
      events.set(correlationId, entry);
      const target = { url: WebhookUrl, inOwnHeader: signatureTokenToMsSignatureHeader };
      void deliveries.sendAndWait(bodyOf(correlationId, now()), target).then(({ attempts }) => {
        entry.event = { ...event, status: 'completed', results: attempts.map(resultOf) };
      });
      return correlationId;
    },
    find(correlationId) {
      const found = events.get(correlationId);
      if (found && now() - found.startedAt < KEPT_MS) return found.event;
      throw new ServiceError({
        status: 404,
        code: 'itemNotFound',
        target: 'validationEvents',
        innerCode: 'validationEventNotFound',
        message: 'There is no such validation event.',
      });
    },
    reset: () => events.clear(),
  };
}

function bodyOf(correlationId: string, now: number): WebhookBody {
  return {
    EventName: 'test-created',
    ResourceUri: `${RESOURCE_URI}/${correlationId}`,
    ResourceName: 'test',
    AuditUri: null,
    ResourceChangeUtcDate: new Date(now).toISOString().replace('Z', '0000+00:00'),
  };
}

/** The names of .NET's HttpStatusCode: the words of the status without spaces. */
function resultOf({ time, status }: Attempt): ValidationResult {
  return {
    responseCode: status === null ? 'ServiceUnavailable' : (STATUS_CODES[status] ?? '').replaceAll(/[\s-]/g, ''),
    responseMessage: status === null ? 'The callback could not be reached.' : '',
    systemError: status === null,
    dateTimeUtc: time.replace('Z', ''),
  };
}
