import { randomUUID } from 'node:crypto';
import { type StandIn, createStandIn } from '../kit/index.ts';
import type { Environment } from './environment.ts';
import { addDynamicsControls } from './http/controls.ts';
import { authorizationOf } from './http/session.ts';
import { addSignIn } from './http/sign-in.ts';
import { addWebApi, sendError } from './http/web-api.ts';
import { createLocks } from './locks.ts';
import { addPages } from './pages/routes.ts';
import { queryError } from './errors.ts';
import { ORGANIZATION } from './sample/ids.ts';
import { loadPlatform, loadSamples } from './sample/load.ts';
import { PEOPLE } from './sample/people.ts';
import { loadSolutionRows } from './sample/solution-rows.ts';
import { SOLUTION_FOLDER, loadSchema } from './schema/index.ts';
import { createDirectory } from './security/directory.ts';
import type { Principal } from './security/principal.ts';
import { createStore } from './store/store.ts';
import { createPublisher } from './webhooks/publisher.ts';
import { readEndpoints, readSteps } from './webhooks/steps.ts';

export interface DynamicsStandIn extends StandIn {
  /** Builds what the pages show, if anything changed. Resolves with what went wrong, or `null`. */
  warmUp(): Promise<string | null>;
}

export interface DynamicsOptions {
  /** Where the solution's webhook points to; without it, to the placeholder of the solution, which is never called. */
  readonly webhookUrl?: string;
  /** The header that authenticates the webhook (AuthType HttpHeader). */
  readonly webhookKeyHeader?: { readonly name: string; readonly value: string };
  readonly now?: () => Date;
}

/**
 * The stand-in for one Dataverse environment with Dynamics 365 Sales and our solution. Tables, columns, keys, roles, field security
 * and webhook steps come from `dynamics/solution`; nothing happens until `listen`.
 */
export function createDynamics({
  webhookUrl,
  webhookKeyHeader,
  now = () => new Date(),
}: DynamicsOptions = {}): DynamicsStandIn {
  const endpoints = readEndpoints(SOLUTION_FOLDER);
  const steps = readSteps(SOLUTION_FOLDER);
  const directory = createDirectory(SOLUTION_FOLDER, PEOPLE);
  const publisher = createPublisher(steps);
  const locks = createLocks();
  const environment: Environment = {
    schema: loadSchema(),
    store: createStore(),
    organization: ORGANIZATION,
    now,
    newId: randomUUID,
    principal: (userId) => directory.get(userId) ?? null,
    checkLock: (id) => locks.check(id),
    publish: (events) => publisher.publish(environment, events),
  };
  const users = new Map(PEOPLE.flatMap(({ clientId, id }) => (clientId === null ? [] : [[clientId, id] as const])));

  const fill = (): void => {
    publisher.reset();
    locks.clear();
    environment.store.clear();
    loadPlatform(environment);
    loadSolutionRows(environment, endpoints, steps, { url: webhookUrl, header: webhookKeyHeader });
    loadSamples(environment, principalOf('seller'), principalOf('sandbox'));
  };
  const principalOf = (clientId: string): Principal => {
    const principal = directory.get(users.get(clientId) ?? '');
    if (!principal) throw new Error(`The sandbox has no user for the client ${clientId}.`);
    return principal;
  };

  const standIn = createStandIn({ name: 'Dynamics 365', reset: fill, authorizationOf });
  const { app, tokens } = standIn;
  // An administrator of the environment, for what only he does by hand.
  tokens.clients.set('admin', 'admin');
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
    sendError(reply, error.statusCode !== undefined && error.statusCode < 500 ? queryError(error.message) : error),
  );
  app.addHook('onClose', () => publisher.close());
  addSignIn(app, tokens);
  addWebApi(app, { environment, tokens, users });
  const { warmUp } = addPages(app, { environment, tokens, principalOf });
  addDynamicsControls(app, { publisher, locks });
  return {
    ...standIn,
    warmUp,
    listen(port) {
      fill();
      return standIn.listen(port);
    },
  };
}
