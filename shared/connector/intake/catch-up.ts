import type { CrmPort } from '../../crm/port.ts';
import type { Intake } from './intake.ts';

/** Where the catch-up keeps its place. */
export interface CatchUpCursor {
  read(): Promise<string | null>;
  save(cursor: string): Promise<void>;
}

/**
 * Takes in everything that changed since the stored cursor, page by page; the cursor moves on only once a page is stored.
 *
 * @param onPage told after each page how many hints there have been so far
 * @returns how many hints there were
 */
export async function catchUp(
  crmName: string,
  crm: CrmPort,
  intake: Intake,
  cursor: CatchUpCursor,
  onPage: (total: number) => void = () => undefined,
): Promise<number> {
  let total = 0;
  for await (const page of crm.catchUp(await cursor.read())) {
    await intake(crmName, page.hints, false);
    await cursor.save(page.cursor);
    total += page.hints.length;
    onPage(total);
  }
  return total;
}
