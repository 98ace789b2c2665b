import type { ChangeEvent, Environment } from '../environment.ts';
import type { Table } from '../schema/index.ts';
import { executionContext } from './context.ts';
import type { Step } from './steps.ts';

/** One POST to the connector. */
export interface WebhookMessage {
  readonly step: Step;
  readonly primaryId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Above this the context is cut (use-webhooks.md). */
const LARGEST_PAYLOAD = 256 * 1024;

/** The message of a step, with the documented headers; too large a context loses its parameters and images. */
export function webhookMessage(environment: Environment, step: Step, event: ChangeEvent, table: Table): WebhookMessage {
  const context = executionContext(environment, step, event, table);
  const full = serialise(context);
  const exceeded = Buffer.byteLength(full) > LARGEST_PAYLOAD;
  return {
    step,
    primaryId: event.change.id,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': String(context.OperationId),
      'x-ms-dynamics-organization': environment.organization.name,
      'x-ms-dynamics-entity-name': table.name,
      'x-ms-dynamics-request-name': event.change.message,
      'x-ms-correlation-request-id': String(context.CorrelationId),
      ...(exceeded && { 'x-ms-dynamics-msg-size-exceeded': 'true' }),
    },
    body: exceeded ? serialise(cut(context)) : full,
  };
}

function cut(context: Record<string, unknown>): Record<string, unknown> {
  return { ...context, ParentContext: null, InputParameters: null, PreEntityImages: null, PostEntityImages: null };
}

/** .NET's serialiser writes slashes escaped. */
function serialise(context: unknown): string {
  return JSON.stringify(context).replaceAll('/', '\\/');
}
