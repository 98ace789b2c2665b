import type { Environment } from '../environment.ts';
import { type Endpoint, MESSAGE_IDS, type Step } from '../webhooks/steps.ts';

/** How the sandbox connects the solution's webhook to the connector. */
export interface WebhookConnection {
  readonly url?: string;
  readonly header?: { readonly name: string; readonly value: string };
}

/** Service endpoints, steps and messages as rows, as after an import of the solution and the set-up of the webhook. */
export function loadSolutionRows(
  { store, now }: Environment,
  endpoints: readonly Endpoint[],
  steps: readonly Step[],
  webhook: WebhookConnection,
): void {
  const createdon = `${now().toISOString().slice(0, 19)}Z`;
  for (const [name, id] of Object.entries(MESSAGE_IDS))
    store.insert('sdkmessage', id, { sdkmessageid: id, name, createdon, modifiedon: createdon });
  for (const { id, values } of endpoints) {
    store.insert('serviceendpoint', id, {
      ...values,
      serviceendpointid: id,
      createdon,
      modifiedon: createdon,
      ...(webhook.url !== undefined && { url: webhook.url }),
      ...(webhook.header && {
        authvalue: `<settings><setting name="${webhook.header.name}" value="${webhook.header.value}" /></settings>`,
      }),
    });
  }
  for (const step of steps) {
    store.insert('sdkmessageprocessingstep', step.id, {
      sdkmessageprocessingstepid: step.id,
      name: step.name,
      filteringattributes: step.filteringAttributes.join(',') || null,
      mode: 1,
      stage: 40,
      rank: 1,
      asyncautodelete: true,
      eventhandler: { table: 'serviceendpoint', id: step.endpointId },
      sdkmessageid: { table: 'sdkmessage', id: MESSAGE_IDS[step.message] },
      statecode: 0,
      statuscode: 1,
      createdon,
      modifiedon: createdon,
    });
  }
}
