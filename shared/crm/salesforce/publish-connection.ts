import type { ConnectionRow } from '../port.ts';
import type { SalesforceConnection } from './connection.ts';
import { CONNECTION } from './settings.ts';

const NAME = 'Partner Center';

/**
 * The port's `publishConnection`: an upsert by external id.
 * developer.salesforce.com, REST API Developer Guide, "Insert or Update (Upsert) a Record Using an External ID".
 * @throws CosellError
 */
export async function publishConnection(
  connection: SalesforceConnection,
  { key, details, lastSeenAt }: ConnectionRow,
): Promise<void> {
  const path = `${connection.dataUrl}/sobjects/${CONNECTION.object}/${CONNECTION.key}/${encodeURIComponent(key)}`;
  await connection.send('PATCH', path, {
    Name: NAME,
    [CONNECTION.details]: details,
    [CONNECTION.lastSeenAt]: lastSeenAt,
  });
}
