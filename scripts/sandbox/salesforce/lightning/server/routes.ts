import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { html, sendPage } from '../../../kit/index.ts';
import type { Tokens } from '../../../kit/index.ts';
import type { Org, OrgUser } from '../../org.ts';
import { canSee } from '../../org.ts';
import { objectOf } from '../../schema/lookup.ts';
import { addAssets } from './assets.ts';
import { addStyles, stylesheetOf } from './styles.ts';
import { pageContext } from './context.ts';
import { createPageBuilder } from './hosting.ts';
import { type PageQuery, settingsOf } from './page-query.ts';
import { sendLightningPage } from './lightning-page.ts';
import { startSession } from './session.ts';

interface Lightning {
  readonly org: Org;
  readonly tokens: Tokens;
  readonly userOfClient: (clientId: string) => OrgUser | undefined;
}

interface RecordRequest {
  Params: { object: string; id: string };
  Querystring: PageQuery;
}

/** After an edit a page comes after the build, unless that takes very long. */
const PATIENCE_MS = 8_000;

/** Pages of Lightning Experience: the record pages with our components on them, and the gallery of the section's states. */
export function addLightning(
  app: FastifyInstance,
  { org, tokens, userOfClient }: Lightning,
): { warmUp: () => Promise<string | null> } {
  const builder = createPageBuilder();
  app.addHook('onClose', () => builder.close());
  addAssets(app);
  addStyles(app);

  const show = async (
    request: FastifyRequest<{ Querystring: PageQuery }>,
    reply: FastifyReply,
    page: { title: (user: OrgUser) => string; script: 'record' | 'gallery'; record: RecordRequest['Params'] | null },
  ): Promise<FastifyReply> => {
    const hosting = await builder.current(PATIENCE_MS);
    if (hosting.state === 'building') return sendWaiting(reply);
    if (hosting.state === 'failed') return sendFailure(reply, hosting.output);
    const settings = settingsOf(request.query);
    const user = userOfClient(settings.clientId);
    if (!user) throw new Error(`The sample people lack ${settings.clientId}.`);
    startSession(request, reply, tokens, settings.clientId);
    const record = page.record && { objectApiName: page.record.object, recordId: page.record.id };
    const context = pageContext(user, settings, record);
    return sendLightningPage(reply, hosting.manifest, {
      title: page.title(user),
      settings,
      stylesheet: stylesheetOf(settings),
      script: page.script,
      context,
    });
  };

  app.get<RecordRequest>('/lightning/r/:object/:id/view', (request, reply) => {
    const { object, id } = request.params;
    const title = (user: OrgUser): string => titleOf(org, user, object, id);
    return show(request, reply, { title, script: 'record', record: request.params });
  });
  app.get<{ Querystring: PageQuery }>('/lightning/gallery', (request, reply) =>
    show(request, reply, { title: () => 'Gallery', script: 'gallery', record: null }),
  );
  const warmUp = async (): Promise<string | null> => {
    const hosting = await builder.current(Infinity);
    return hosting.state === 'failed' ? hosting.output : null;
  };
  return { warmUp };
}

/** Who may not see a record learns nothing from the title either. */
function titleOf(org: Org, user: OrgUser, objectName: string, id: string): string {
  const object = objectOf(org.schema, objectName);
  const row = object && org.store.get(object, id);
  return object && row && canSee(org, user, object, row) ? `${String(row.Name)} | ${object.label}` : objectName;
}

function sendWaiting(reply: FastifyReply): FastifyReply {
  return sendPage(reply.header('refresh', '1'), 503, {
    title: 'Building the Lightning components',
    system: 'Salesforce',
    body: html`<p role="status">
      The page appears by itself as soon as they are built. The first time this takes about half a minute, later a few
      seconds after an edit.
    </p>`,
  });
}

function sendFailure(reply: FastifyReply, output: string): FastifyReply {
  return sendPage(reply, 500, {
    title: 'The Lightning components cannot be built',
    system: 'Salesforce',
    body: html`<p class="message error" role="alert">Mend what the build says and load the page again.</p>
      <pre>${output}</pre>`,
  });
}
