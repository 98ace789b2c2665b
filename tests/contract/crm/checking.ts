import { callsOf } from './helpers.ts';
import type { CrmWorld } from './world.ts';

/** What `doctor` and `/readyz` hear. */
export function describeChecking(world: () => CrmWorld): void {
  describe('check', () => {
    it('finds nothing wrong with the org as we deploy it', async () => {
      const findings = await world().port.check();
      expect(findings.filter((finding) => finding.level === 'error')).toEqual([]);
      expect(findings.some((finding) => finding.level === 'ok')).toBe(true);
    });

    it('names a field that is not there, and the cure', async () => {
      const w = world();
      const findings = await w.anotherPort({ extraPaths: [w.unknownPath] }).check();
      const errors = findings.filter((finding) => finding.level === 'error');
      expect(errors).toHaveLength(1);
      expect(`${errors[0]?.subject} ${errors[0]?.message}`).toContain(w.unknownPath);
      expect(errors[0]?.cure).toBeTruthy();
    });

    it('names a mapping row that writes what cannot be written', async () => {
      const w = world();
      const written = [
        { field: 'name', path: w.paths.name },
        { field: 'mine', path: w.readOnlyPath },
        { field: 'customer', path: w.paths.accountName },
      ];
      const errors = (await w.anotherPort({ written }).check()).filter(({ level }) => level === 'error');
      expect(errors.map(({ subject }) => subject)).toEqual([w.readOnlyPath, w.paths.accountName]);
      expect(errors[0]?.cure).toContain('mapping.mine');
    });

    it('reports wrong credentials as a finding, not as an exception', async () => {
      const findings = await world().anotherPort({ clientSecret: 'wrong' }).check();
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ level: 'error' });
      expect(findings[0]?.cure).toBeTruthy();
    });
  });

  describe('ping', () => {
    it('makes one call, apart from the first one, after which a read has nothing left to learn', async () => {
      const w = world();
      const [id = ''] = await w.createOpportunities([{ name: 'Read right after the start', amount: '1' }]);
      const port = w.anotherPort();
      await port.ping();
      expect(await callsOf(w, () => port.ping())).toHaveLength(1);
      expect(await callsOf(w, () => port.readOpportunities([id]))).toHaveLength(1);
    });

    it('fails when the CRM is down or refuses the sign-in', async () => {
      const w = world();
      await w.addFault({ match: {}, times: 10, respond: { status: 503 } });
      await expect(w.port.ping()).rejects.toMatchObject({ code: 'crm-unavailable' });
      await w.clearFaults();
      await expect(w.anotherPort({ clientSecret: 'wrong' }).ping()).rejects.toMatchObject({ code: 'crm-sign-in' });
    });
  });
}
