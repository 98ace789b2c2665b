import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { buildPcfControl } from '../../../build/pcf.ts';
import { html, sendPage } from '../../kit/index.ts';
import type { Environment } from '../environment.ts';
import type { Table } from '../schema/index.ts';
import type { Principal } from '../security/principal.ts';
import { sendAppPage } from './app-page.ts';
import { formBoot } from './boot.ts';
import type { PageQuery } from './query.ts';
import { SYSTEM } from './names.ts';

/** A control that is up to date is found to be so within this time; a build takes longer. */
const PATIENCE_MS = 3_000;

/** The form of one record. Sources of the control that changed are built first; meanwhile the page says so and comes again. */
export async function sendRecordPage(
  reply: FastifyReply,
  environment: Environment,
  who: Principal,
  record: { table: Table; id: string | null; query: PageQuery },
): Promise<FastifyReply> {
  const built = record.table.name === 'opportunity' ? buildPcfControl() : Promise.resolve(null);
  const state = await Promise.race([
    built.then(() => 'ready' as const),
    wait(PATIENCE_MS, 'building' as const, { ref: false }),
  ]).catch((error: unknown) => error);
  if (state === 'building') {
    built.catch(() => undefined);
    return sendBuilding(reply);
  }
  if (state !== 'ready') return sendBroken(reply, state);
  const boot = formBoot(environment, who, record);
  return sendAppPage(reply, {
    title: `${record.table.label} - ${SYSTEM}`,
    locale: boot.settings.locale,
    isRtl: boot.settings.isRtl,
    client: 'form',
    stylesheets: boot.control?.stylesheets ?? [],
    boot,
  });
}

function sendBuilding(reply: FastifyReply): FastifyReply {
  reply.header('refresh', '2');
  return sendPage(reply, 200, {
    title: 'Building the Microsoft section…',
    system: SYSTEM,
    body: html`<p role="status">
      Its sources have changed. pcf-scripts puts the production bundle together, which takes about 20 seconds; the form
      opens by itself.
    </p>`,
  });
}

function sendBroken(reply: FastifyReply, error: unknown): FastifyReply {
  return sendPage(reply, 500, {
    title: 'The Microsoft section could not be built',
    system: SYSTEM,
    body: html`<p class="message error" role="alert">
        Correct what pcf-scripts names here and reload this page: the form hosts the real control and does not open
        without it.
      </p>
      <pre>${error instanceof Error ? error.message : String(error)}</pre>`,
  });
}
