import path from 'node:path';
import { stringify } from 'yaml';
import { SIGNING_FILES, SIGNING_FOLDER } from './partner-center/webhooks/signing-material.ts';
import type { SandboxPorts } from './ports.ts';
import { DYNAMICS_WEBHOOK_KEY } from './stand-ins.ts';

/** The tenant in the stand-ins' sign-in paths. */
const TENANT = 'sandbox';

/** The connector's configuration against the stand-ins, as an operator would write it for the real systems. */
export function sandboxConfig(ports: SandboxPorts, dataFolder: string, listenOn = ports.connector): string {
  const at = (port: number): string => `http://localhost:${port}`;
  return stringify({
    server: { host: '127.0.0.1', port: listenOn },
    data: { folder: dataFolder },
    partnerCenter: {
      baseUrl: at(ports.partnerCenter),
      authority: `${at(ports.partnerCenter)}/${TENANT}`,
      clientId: 'sandbox',
      webhooks: {
        publicUrl: `${at(ports.connector)}/webhooks/partner-center`,
        baseUrl: at(ports.partnerCenter),
        trustedRoots: path.join(SIGNING_FOLDER, SIGNING_FILES.rootCertificate),
        sandbox: { certificateOrigin: at(ports.partnerCenter) },
      },
      referralLink: `${at(ports.partnerCenter)}/referrals/v2/inbox?id={id}`,
    },
    crms: [
      { name: 'salesforce', kind: 'salesforce', loginUrl: at(ports.salesforce), clientId: 'sandbox' },
      {
        name: 'dynamics',
        kind: 'dynamics',
        serverUrl: at(ports.dynamics),
        authority: `${at(ports.dynamics)}/${TENANT}`,
        clientId: 'sandbox',
      },
    ],
    // Deals from Microsoft go to the sellers who can sign in: those of German-speaking countries to Dynamics 365.
    inbound: {
      crm: 'salesforce',
      owner: 'mara.lindqvist@northwindcloud.example',
      rules: [{ countries: ['AT', 'CH', 'DE'], crm: 'dynamics', owner: 'selma.berg@northwind.example' }],
    },
    home: {
      links: [
        { label: 'Salesforce: opportunities', url: `${at(ports.salesforce)}/lightning/o/Opportunity/list` },
        {
          label: 'Dynamics 365: opportunities',
          url: `${at(ports.dynamics)}/main.aspx?pagetype=entitylist&etn=opportunity`,
        },
        { label: 'Partner Center: referrals', url: `${at(ports.partnerCenter)}/dashboard/referrals` },
      ],
    },
  });
}

/** The secrets that an operator would keep in the environment. */
export const SANDBOX_SECRETS: Readonly<Record<string, string>> = {
  COSELL_PARTNER_CENTER_CLIENT_SECRET: 'sandbox',
  COSELL_PARTNER_CENTER_REFRESH_TOKEN: 'sandbox-refresh-token',
  COSELL_CRM_SALESFORCE_CLIENT_SECRET: 'sandbox',
  COSELL_CRM_DYNAMICS_CLIENT_SECRET: 'sandbox',
  COSELL_CRM_DYNAMICS_WEBHOOK_KEY: DYNAMICS_WEBHOOK_KEY,
};
