import { ZodError, z } from 'zod';
import { type StandIn, createStandIn } from '../kit/index.ts';
import { addSignIn, userOfRequest } from './auth.ts';
import { createSampleOrg } from './create-org.ts';
import { addRestApi } from './http.ts';
import { addLightning } from './lightning/server/routes.ts';
import { authorizationOf, isForeign } from './lightning/server/session.ts';
import { addPages } from './pages/index.ts';
import { createLocators } from './rest/query.ts';
import { changeEventsOf } from './streaming/change-events.ts';
import { createCometd } from './streaming/cometd.ts';
import { createEventLog } from './streaming/event-log.ts';

export interface SalesforceOptions {
  /** Whether the org has several currencies (and so the field CurrencyIsoCode). Default: yes. */
  readonly multiCurrency?: boolean;
  /** Team selling is switched on; it is unless this is `false`. */
  readonly opportunityTeams?: boolean;
  /** Records in one page of a query's answer. Default: 2,000 as on the platform. */
  readonly queryPageSize?: number;
  /** Milliseconds since 1970. Default: the system clock. */
  readonly now?: () => number;
}

export interface SalesforceStandIn extends StandIn {
  /** Builds the record pages before somebody asks for one. @returns what is wrong with them; `null` when they are there */
  warmUp(): Promise<string | null>;
}

/** `POST /_sandbox/streaming`: `drop` cuts the CometD connections and refuses new ones, `lose` swallows events, `forget` empties the replay window. */
const streamingSchema = z.strictObject({
  mode: z.enum(['normal', 'drop', 'lose']).optional(),
  forget: z.boolean().optional(),
});

/**
 * A Salesforce org for tests and demos: REST API, SOQL, Change Data Capture over CometD, and record pages.
 * Its schema is our metadata in `salesforce/` plus the standard objects; it refuses what Salesforce refuses, with its codes.
 */
export function createSalesforce(options: SalesforceOptions = {}): SalesforceStandIn {
  const { multiCurrency = true, opportunityTeams = true, queryPageSize = 2000, now = Date.now } = options;
  const log = createEventLog();
  let losing = false;
  let commitNumber = 1_000_000;

  const { org, userOfClient, reset } = createSampleOrg({
    multiCurrency,
    opportunityTeams,
    now,
    onCommit(changes, context) {
      commitNumber += 1;
      for (const event of changeEventsOf(org.schema, changes, context, { timestamp: now(), number: commitNumber })) {
        if (!losing) cometd.engine.announce(log.append(event));
      }
    },
  });

  const standIn = createStandIn({
    name: 'Salesforce',
    now,
    authorizationOf,
    reset: () => {
      losing = false;
      cometd.cutOff();
      cometd.letIn();
      log.forget();
      reset();
    },
  });
  const { app, tokens } = standIn;
  const signIn = { org, tokens, userOfClient, now };

  const cometd = createCometd({
    schema: org.schema,
    log,
    userOf: (request) => userOfRequest(signIn, authorizationOf(request)),
  });

  addSignIn(app, signIn);
  addPages(app, { org, userOfClient });
  const { warmUp } = addLightning(app, { org, tokens, userOfClient });
  addRestApi(app, {
    org,
    locators: createLocators(queryPageSize),
    userOf: (request) => (isForeign(request) ? null : userOfRequest(signIn, authorizationOf(request))),
  });

  void app.register((scope, _options, done) => {
    // faye reads the body itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, next) => next(null));
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: '/cometd/*',
      handler: (request, reply) => {
        reply.hijack();
        cometd.handle(request.raw, reply.raw);
      },
    });
    done();
  });
  app.addHook('onClose', () => cometd.close());

  app.post('/_sandbox/locks', (request, reply) => withInput(reply, () => org.recordFaults.add(request.body)));
  app.delete('/_sandbox/locks', (_request, reply) => {
    org.recordFaults.clear();
    return reply.code(204).send();
  });
  app.post('/_sandbox/streaming', (request, reply) =>
    withInput(reply, () => {
      const { mode, forget } = streamingSchema.parse(request.body);
      if (mode !== undefined) {
        losing = mode === 'lose';
        if (mode === 'drop') cometd.cutOff();
        else cometd.letIn();
      }
      if (forget) log.forget();
    }),
  );
  return { ...standIn, warmUp };
}

interface Reply {
  code(status: number): { send(body?: unknown): unknown };
}

function withInput(reply: Reply, work: () => void): unknown {
  try {
    work();
    return reply.code(204).send();
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return reply.code(400).send({ error: { code: 'sandbox-bad-request', message: z.prettifyError(error) } });
  }
}
