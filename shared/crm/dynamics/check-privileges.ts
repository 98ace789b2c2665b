import type { CrmFinding } from '../port.ts';
import { ok } from './findings.ts';
import type { WebApi } from './web-api.ts';

/** What reading, writing (also of sales teams) and answering need; all of it is in the solution's role "Co-sell Connector". */
const NEEDED = [
  'prvReadOpportunity',
  'prvWriteOpportunity',
  'prvReadAccount',
  'prvReadContact',
  'prvReadConnection',
  'prvCreateConnection',
  'prvWriteConnection',
  'prvDeleteConnection',
  'prvAppendConnection',
  'prvAppendToOpportunity',
  'prvAppendToUser',
  'prvReadUser',
  'prvReadTeam',
  'prvReadCurrency',
  'prvReadcosell_request',
  'prvWritecosell_request',
  'prvCreatecosell_connection',
  'prvReadcosell_connection',
  'prvWritecosell_connection',
];

interface UserPrivileges {
  readonly RolePrivileges: readonly { readonly PrivilegeName?: string }[];
}

/** learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrieveuserprivileges */
export async function checkPrivileges(api: WebApi, userId: string): Promise<readonly CrmFinding[]> {
  const { RolePrivileges } = await api.ask((client) =>
    client.callFunction<UserPrivileges>({
      collection: 'systemusers',
      key: userId,
      functionName: 'Microsoft.Dynamics.CRM.RetrieveUserPrivileges',
    }),
  );
  const held = new Set(RolePrivileges.map(({ PrivilegeName }) => PrivilegeName?.toLowerCase()));
  const missing = NEEDED.filter((privilege) => !held.has(privilege.toLowerCase()));
  if (missing.length === 0)
    return [ok('Privileges', 'The application user has every privilege that the connector needs.')];
  return [
    {
      level: 'error',
      subject: 'Privileges',
      message: `The application user lacks ${missing.join(', ')}.`,
      cure: 'Assign the security role "Co-sell Connector" of the co-sell solution to the application user.',
    },
  ];
}
