import fc from 'fast-check';
import type { CrmKind } from '../../core/index.ts';
import { PortError } from './port-error.ts';
import { worldOf, type Call, type World } from './testkit/crm.ts';

/** One thing that happens around a section. `person`: only somebody who sees it can do it. */
interface Step {
  readonly name: string;
  readonly person: boolean;
  readonly run: (world: World) => Promise<void> | void;
}

const step = (name: string, run: Step['run'], person = false): Step => ({ name, person, run });
const click = (intent: Parameters<World['does']>[0]): Step =>
  step(JSON.stringify(intent), (world) => world.does(intent), true);

const failure = fc.constantFrom('throttled', 'offline', 'no-permission', 'signed-out', 'record-locked', 'unknown');
const call: fc.Arbitrary<Call> = fc.constantFrom('refresh', 'save', 'createRequest');

const step$: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map((n) => click({ kind: 'set', field: 'products', value: `SOL-${n}-AA` })),
  fc
    .constantFrom<Parameters<World['does']>[0]>(
      { kind: 'set', field: 'sync', value: true },
      { kind: 'set', field: 'sync', value: false },
      { kind: 'set', field: 'visible', value: true },
      { kind: 'confirm' },
      { kind: 'cancel' },
      { kind: 'sync-now' },
      { kind: 'retry' },
      { kind: 'accept' },
      { kind: 'decline' },
      { kind: 'type-reason', reason: 'No.' },
      { kind: 'load-changes' },
      { kind: 'reload' },
    )
    .map(click),
  fc.constantFrom(0, 250, 1_000, 5_000, 61_000).map((ms) => step(`pass ${ms}`, (world) => world.clock.pass(ms))),
  fc
    .tuple(call, failure)
    .map(([where, kind]) =>
      step(`${where} fails: ${kind}`, (world) =>
        world.fail(where, new PortError({ kind, technical: null, field: null })),
      ),
    ),
  call.map((where) => step(`hold ${where}`, (world) => world.hold(where))),
  call.map((where) => step(`release ${where}`, (world) => world.release(where))),
  fc.constantFrom(
    step('push', (world) => world.push()),
    step('hide', (world) => world.clock.hide()),
    step('show', (world) => world.clock.show()),
    step('offline', (world) => world.section.hostChanged({ online: false })),
    step('online', (world) => world.section.hostChanged({ online: true })),
    step('somebody edits', (world) => world.edit({ Amount: '1', estimatedvalue: '1' })),
    step('connector writes', (world) => world.connectorWrites('in-sync')),
    step('connector begins', (world) => world.connectorAnswers('working')),
    step('connector answers', (world) => world.connectorAnswers('done')),
    step('connector refuses', (world) => world.connectorAnswers('failed')),
    step('form saved', (world) => world.saveForm()),
  ),
);

const OPEN = ['queued', 'working'];
const shared = { linked: 'inbound', details: { status: 'answer-needed' } } as const;

/** What must hold at every moment. */
function check(world: World, typed: string | null, seen: { looks: number; hidden: boolean }): void {
  const { draft } = world.section.state();
  const looks = world.calls.filter((text) => text === 'refresh').length;
  expect(seen.hidden ? looks - seen.looks : 0).toBe(0);
  for (const action of ['sync', 'accept', 'decline']) {
    const open = world.rows().filter((row) => row.action === action && OPEN.includes(row.status));
    expect(open.length).toBeLessThanOrEqual(1);
  }
  if (typed !== null) expect([draft.products, ...world.stored()]).toContain(typed);
}

describe('a section, whatever happens and in whatever order', () => {
  it.each<CrmKind>(['salesforce', 'dynamics'])(
    'loses nothing typed, asks for nothing twice, looks at nothing while hidden and comes to rest (%s)',
    async (crm) => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(shared, undefined),
          fc.array(step$, { maxLength: 30 }),
          async (parts, steps) => {
            const world = await worldOf(crm, parts);
            let typed: string | null = null;
            for (const { name, person, run } of steps) {
              const hidden = !world.clock.visible();
              if (hidden && person) continue;
              const { record, load } = world.section.state();
              const seen = { hidden, looks: world.calls.filter((text) => text === 'refresh').length };
              await run(world);
              if (name.includes('products') && record !== null && load === 'ready') {
                typed = (JSON.parse(name) as { value: string }).value;
              }
              check(world, typed, name === 'show' || name === 'form saved' ? { ...seen, hidden: false } : seen);
            }

            world.section.hostChanged({ online: true });
            await world.clock.show();
            for (const where of ['refresh', 'save', 'createRequest'] as const) {
              world.forgetFailures(where);
              await world.release(where);
            }
            await world.clock.pass(200_000);
            expect(['idle', 'done', 'failed', 'timed-out']).toContain(world.section.state().pending.phase);
            world.section.dispose();
            expect(world.clock.timers()).toBe(0);
          },
        ),
        { numRuns: 400 },
      );
    },
  );
});
