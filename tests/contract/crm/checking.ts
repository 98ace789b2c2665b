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

    it('reports wrong credentials as a finding, not as an exception', async () => {
      const findings = await world().anotherPort({ clientSecret: 'wrong' }).check();
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ level: 'error' });
      expect(findings[0]?.cure).toBeTruthy();
    });
  });
}
