import type { CrmAdapterOptions, CrmPort } from '../port.ts';
import { createBatch } from './batch.ts';
import { createCatchUp } from './catch-up.ts';
import { createCheck } from './check.ts';
import { createConcerned } from './concerned.ts';
import { createLeadsWith } from './leads.ts';
import { parsePath } from './paths.ts';
import { createColumnWriter } from './columns.ts';
import { createCreate } from './create.ts';
import { createCurrencies } from './currencies.ts';
import { createFindDeals } from './find-deals.ts';
import { createFindUsers } from './find-users.ts';
import { createPublishConnection } from './publish-connection.ts';
import { createRead } from './read.ts';
import { createRowReader } from './rows.ts';
import { createSchema } from './schema.ts';
import { type DynamicsSettings, servicePath } from './settings.ts';
import { createSignIn } from './sign-in.ts';
import { createTeamMembers } from './team-members.ts';
import { createWebApi } from './web-api.ts';
import { createWrite } from './write.ts';

export { changeHintsFromExecutionContext, ownedColumns } from './execution-context.ts';
export type { DynamicsSettings } from './settings.ts';

/**
 * The CRM port for Dynamics 365 (Dataverse Web API). Makes no call before it is used.
 * @throws CosellError `config-invalid` (addresses), `mapping-invalid` (field paths)
 */
export function createDynamicsCrm(settings: DynamicsSettings, options: CrmAdapterOptions): CrmPort {
  const { fields, timeoutMs, log } = options;
  const paths = options.paths.map(parsePath);
  const signIn = createSignIn(settings, timeoutMs);
  const send = createBatch(settings, { signIn, timeoutMs, log });
  const reader = createRowReader(send, servicePath(settings));
  const schema = createSchema(reader);
  const currencies = createCurrencies(reader);
  const writer = createColumnWriter(schema, currencies);
  const api = createWebApi(settings, signIn, timeoutMs);
  return {
    kind: 'dynamics',
    readOpportunities: createRead(paths, { fields, send, reader, schema, members: createTeamMembers(Date.now), log }),
    write: createWrite(send, writer, log, () => new Date()),
    findUsers: createFindUsers(reader),
    findDeals: createFindDeals(fields, reader, currencies),
    createOpportunities: createCreate(send, writer),
    createLeads: createLeadsWith(send),
    opportunitiesConcerned: createConcerned(fields, reader),
    // Dataverse pushes: the connector's webhook endpoint hands bodies to `changeHintsFromExecutionContext`.
    watch: () => null,
    catchUp: createCatchUp(fields, reader, log),
    publishConnection: createPublishConnection(send),
    check: createCheck(paths, fields, options.written ?? [], { api, schema }),
    ping: async () => {
      await api.ask((client) => client.callFunction({ functionName: 'WhoAmI' }));
    },
    close: () => Promise.resolve(),
  };
}
