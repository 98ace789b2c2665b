import type { IsoInstant } from '../../core/model/index.ts';
import type { WebhookRegistration } from '../../partner-center/webhooks/index.ts';
import type { Db } from './db.ts';

/** What was registered before ours took its place. */
export interface FormerRegistration {
  /** `null`: nothing was. */
  readonly registration: WebhookRegistration | null;
  readonly replacedAt: IsoInstant;
}

/** `null` when ours never took a place. @param tenant the sign-in address of the tenant */
export async function readFormerRegistration(db: Db, tenant: string): Promise<FormerRegistration | null> {
  const [row] = await db.query<{ registration: WebhookRegistration | null; replaced_at: Date }>(
    'select registration, replaced_at from cosell.former_webhook_registrations where tenant = $1',
    [tenant],
  );
  return row ? { registration: row.registration, replacedAt: row.replaced_at.toISOString() } : null;
}

export async function saveFormerRegistration(
  db: Db,
  tenant: string,
  registration: WebhookRegistration | null,
): Promise<void> {
  await db.query(
    `insert into cosell.former_webhook_registrations (tenant, registration) values ($1, $2::jsonb)
     on conflict (tenant) do update set registration = excluded.registration, replaced_at = now()`,
    [tenant, registration === null ? null : JSON.stringify(registration)],
  );
}

export async function deleteFormerRegistration(db: Db, tenant: string): Promise<void> {
  await db.query('delete from cosell.former_webhook_registrations where tenant = $1', [tenant]);
}
