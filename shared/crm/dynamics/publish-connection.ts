import type { ConnectionRow } from '../port.ts';
import type { SendBatch } from './batch.ts';
import { errorFromAnswer } from './errors.ts';
import { literal } from './query.ts';
import { WRITE_TAG } from './write-units.ts';

export const CONNECTION_TABLE = 'cosell_connection';
export const CONNECTION_COLUMNS = ['cosell_key', 'cosell_details', 'cosell_lastseen'];

const NAME = 'Partner Center';

/**
 * The port's `publishConnection`: an upsert by alternate key.
 * learn.microsoft.com/power-apps/developer/data-platform/use-upsert-insert-update-record
 */
export function createPublishConnection(send: SendBatch) {
  return async ({ key, details, lastSeenAt }: ConnectionRow): Promise<void> => {
    const { parts } = await send([
      {
        method: 'PATCH',
        path: `cosell_connections(cosell_key=${encodeURIComponent(literal(key))})?tag=${WRITE_TAG}`,
        body: { cosell_name: NAME, cosell_details: details, cosell_lastseen: lastSeenAt },
      },
    ]);
    const [answer] = parts;
    if (answer === undefined || answer.status >= 300) {
      throw errorFromAnswer(answer ?? { status: 502, headers: {}, body: null });
    }
  };
}
