import type { CrmAdapterOptions, CrmPort } from '../port.ts';
import { catchUp } from './catch-up.ts';
import { check } from './check.ts';
import { opportunitiesConcerned } from './concerned.ts';
import { SalesforceConnection } from './connection.ts';
import { createOpportunities } from './create.ts';
import { findDeals } from './find-deals.ts';
import { findUsers } from './find-users.ts';
import { ownedFields } from './hints.ts';
import { publishConnection } from './publish-connection.ts';
import { createLeads } from './leads.ts';
import { readOpportunities } from './read.ts';
import { SchemaCache } from './schema.ts';
import { DEFAULTS, type SalesforceSettings } from './settings.ts';
import { ChangeWatcher } from './watch.ts';
import { writeOpportunities } from './write.ts';

export type { SalesforceSettings } from './settings.ts';

/** The Salesforce side of `CrmPort`. Makes no call until it is asked to; `close()` ends calls and watchers under way. */
export function createSalesforceCrm(settings: SalesforceSettings, options: CrmAdapterOptions): CrmPort {
  const { fields, paths, timeoutMs, log } = options;
  const connection = new SalesforceConnection(settings, timeoutMs);
  const schemas = new SchemaCache(connection, paths);
  const watchers = new Set<ChangeWatcher>();
  const { channel = DEFAULTS.channel, reconnect = DEFAULTS.reconnect } = settings;
  return {
    kind: 'salesforce',
    readOpportunities: (ids) => readOpportunities(connection, schemas, ids, { fields, log }),
    write: (batch) => writeOpportunities(connection, schemas, batch, log),
    findUsers: (emails) => findUsers(connection, schemas, emails),
    findDeals: (lookups) => findDeals(connection, schemas, fields, lookups),
    createOpportunities: (batch) => createOpportunities(connection, schemas, batch),
    createLeads: (leads) => createLeads(connection, leads),
    opportunitiesConcerned: (hints) => opportunitiesConcerned(connection, fields, hints),
    watch: (position, handlers) => {
      // Learned now, so that the first change does not wait for it.
      void schemas
        .load()
        .catch((thrown: unknown) => log.debug({ err: thrown }, 'The fields in Salesforce could not be described yet.'));
      const watcher = new ChangeWatcher(
        connection,
        { channel, reconnect, owned: ownedFields(fields) },
        position,
        handlers,
        log,
      );
      watchers.add(watcher);
      return watcher;
    },
    catchUp: (cursor) => catchUp(connection, fields, cursor),
    publishConnection: (row) => publishConnection(connection, row),
    check: () => check(connection, schemas, fields, options.written),
    ping: async () => {
      await connection.ping();
      await schemas.load();
    },
    close: async () => {
      await Promise.all([...watchers].map((watcher) => watcher.stop()));
      connection.close();
    },
  };
}
