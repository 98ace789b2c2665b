import type { CrmFinding } from '../port.ts';
import { ok } from './findings.ts';
import type { WebApi } from './web-api.ts';

/** The solution's service endpoint and the address that it carries until an administrator sets the connector's. */
const ENDPOINT_ID = '7634bea8-fe18-5b5b-ae0e-97b9b85bce99';
const PLACEHOLDER_HOST = 'connector.example.com';

interface Endpoint {
  readonly url: string | null;
}
interface Step {
  readonly name: string;
  readonly statecode: number;
}

/** Changes reach the connector only when the endpoint has its address and the steps are enabled. */
export async function checkWebhook(api: WebApi): Promise<readonly CrmFinding[]> {
  const endpoints = await api.ask((client) =>
    client.retrieveMultiple<Endpoint>({
      collection: 'serviceendpoints',
      select: ['url'],
      filter: `serviceendpointid eq ${ENDPOINT_ID}`,
    }),
  );
  const url = endpoints.value[0]?.url;
  if (endpoints.value.length === 0) {
    return [problem('The webhook of the co-sell solution is not registered.', 'Import the co-sell solution.')];
  }
  if (!url || !URL.canParse(url) || new URL(url).hostname === PLACEHOLDER_HOST) {
    return [
      problem(
        'The webhook of the co-sell solution has no address of a connector yet; changes arrive only by catching up.',
        'Set Url and AuthValue of the service endpoint "Co-sell connector" to the connector’s address and key.',
      ),
    ];
  }
  const steps = await api.ask((client) =>
    client.retrieveMultiple<Step>({
      collection: 'sdkmessageprocessingsteps',
      select: ['name', 'statecode'],
      filter: `_eventhandler_value eq ${ENDPOINT_ID}`,
    }),
  );
  const disabled = steps.value.filter(({ statecode }) => statecode !== 0);
  if (steps.value.length === 0 || disabled.length > 0) {
    const which =
      steps.value.length === 0 ? 'has no steps' : `has disabled steps: ${disabled.map(({ name }) => name).join(', ')}`;
    return [problem(`The webhook ${which}.`, 'Import the co-sell solution again and enable its processing steps.')];
  }
  return [ok('Webhook', `${steps.value.length} steps report changes to ${new URL(url).host}.`)];
}

/** Without the webhook nothing is lost, only slower. */
function problem(message: string, cure: string): CrmFinding {
  return { level: 'warning', subject: 'Webhook', message, cure };
}
