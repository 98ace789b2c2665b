import { type DynamicsStandIn, createDynamics } from './dynamics/index.ts';
import type { StandIn } from './kit/index.ts';
import { createPartnerCenter } from './partner-center/index.ts';
import type { SandboxPorts } from './ports.ts';
import { type SalesforceStandIn, createSalesforce } from './salesforce/index.ts';

/** What the sandbox shares with the connector so that its Dynamics webhook is believed. Test data, not a secret. */
export const DYNAMICS_WEBHOOK_KEY = 'sandbox-webhook-key';

export interface StandIns {
  readonly partnerCenter: StandIn;
  readonly salesforce: SalesforceStandIn;
  readonly dynamics: DynamicsStandIn;
  close(): Promise<void>;
}

/** Brings up the three outside systems in this process. */
export async function startStandIns(ports: SandboxPorts): Promise<StandIns> {
  const partnerCenter = createPartnerCenter({});
  const salesforce = createSalesforce({});
  const dynamics = createDynamics({
    webhookUrl: `http://localhost:${ports.connector}/webhooks/dynamics`,
    webhookKeyHeader: { name: 'x-cosell-webhook-key', value: DYNAMICS_WEBHOOK_KEY },
  });
  await Promise.all([
    partnerCenter.listen(ports.partnerCenter),
    salesforce.listen(ports.salesforce),
    dynamics.listen(ports.dynamics),
  ]);
  return {
    partnerCenter,
    salesforce,
    dynamics,
    close: async () => {
      await Promise.all([partnerCenter.close(), salesforce.close(), dynamics.close()]);
    },
  };
}
