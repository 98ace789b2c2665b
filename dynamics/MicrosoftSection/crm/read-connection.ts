import { queryPath } from '../../../shared/crm/dynamics/query.ts';
import { optionalText } from '../../../shared/crm/dynamics/row.ts';
import { isoInstant } from '../../../shared/crm/dynamics/values.ts';
import type { ConnectionInfo } from '../../../shared/section/contract/index.ts';
import { fromDynamics } from '../../../shared/section/in-place/dynamics-errors.ts';
import { queryTable, type WebApi } from './query-table.ts';

const PATH = queryPath('cosell_connections', { select: ['cosell_details', 'cosell_lastseen'], top: 1 });

/** What the connector last published; `'none'` when it never did, or when the person may not read it. */
export async function readConnection(api: WebApi): Promise<ConnectionInfo | 'none'> {
  const [row] = await queryTable(api, PATH).catch((thrown: unknown) => {
    if (fromDynamics(thrown).problem.kind === 'no-permission') return [];
    throw thrown;
  });
  const details = row === undefined ? null : optionalText(row, 'cosell_details');
  if (row === undefined || details === null) return 'none';
  // Written by the connector's own user only, so its shape needs no checking beyond its being there.
  const info = JSON.parse(details) as ConnectionInfo;
  return { ...info, lastSeenAt: isoInstant(optionalText(row, 'cosell_lastseen') ?? info.lastSeenAt) };
}
