import { describeCatchUp } from './crm/catching-up.ts';
import { describeChanges } from './crm/changes.ts';
import { describeChecking } from './crm/checking.ts';
import { describeCreating } from './crm/creating.ts';
import { describeFaults } from './crm/faults.ts';
import { describeOnlyContact } from './crm/only-contact.ts';
import { describeReading } from './crm/reading.ts';
import { describePublishing } from './crm/publishing.ts';
import { describeTeams } from './crm/teams.ts';
import type { CrmWorld } from './crm/world.ts';
import { describeWriting } from './crm/writing.ts';

export type { Actor, CrmWorld, LoggedCall, OpportunitySeed } from './crm/world.ts';

/**
 * The one suite that every CRM adapter passes. `createWorld` starts the CRM's stand-in, makes the adapter under test, and
 * gives the helpers of `CrmWorld` that work through the stand-in's plain HTTP.
 *
 * Each test makes its own records; the world lives for the whole suite and starts every test without faults.
 */
export function describeCrmPort(name: string, createWorld: () => Promise<CrmWorld>): void {
  describe(`CrmPort contract: ${name}`, () => {
    let current: CrmWorld | undefined;
    const world = (): CrmWorld => {
      if (!current) throw new Error('The world was not created.');
      return current;
    };

    beforeAll(async () => {
      current = await createWorld();
      // Signs in and learns the schema, which later reads must not pay for again.
      await world().port.check();
    }, 60_000);
    beforeEach(async () => {
      await world().clearFaults();
    });
    afterAll(async () => {
      await current?.close();
    });

    describeReading(world);
    describeOnlyContact(world);
    describeWriting(world);
    describeTeams(world);
    describeCreating(world);
    describeFaults(world);
    describeChanges(world);
    describeCatchUp(world);
    describePublishing(world);
    describeChecking(world);
  });
}
