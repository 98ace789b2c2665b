import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const CONTROL = path.resolve(__dirname, '../out/controls/MicrosoftSection');

/** What may travel to the browser: the platform sends script compressed. */
const LIMIT = 60 * 1024;
/** What is parsed there. 60 KB were the goal, and it is not reached (docs/architecture.md): just above what it is, so that it does not grow unnoticed. */
const LIMIT_UNPACKED = 82_000;

const read = (file: string): string => readFileSync(path.join(CONTROL, file), 'utf8');

describe('the production bundle (npm run build)', () => {
  it('is small enough', () => {
    const bundle = read('bundle.js');
    const packed = gzipSync(bundle, { level: 9 }).length;
    const unpacked = Buffer.byteLength(bundle);
    process.stdout.write(
      `PCF bundle: ${packed} bytes of gzip (limit ${LIMIT}), ${unpacked} unpacked (limit ${LIMIT_UNPACKED})\n`,
    );
    expect(packed).toBeGreaterThan(0);
    expect(packed).toBeLessThanOrEqual(LIMIT);
    expect(unpacked).toBeLessThanOrEqual(LIMIT_UNPACKED);
  });

  it('uses the platform’s React and Fluent, and nothing of the connector', () => {
    const bundle = read('bundle.js');
    expect(bundle).toContain('FluentUIReactv940');
    expect(bundle).toContain('Reactv16');
    expect(bundle).not.toContain('react.production.min');
    expect(bundle).not.toContain('multipart/mixed');
  });

  it('keeps to what the platform allows: no web storage, no Xrm, no other service', () => {
    const bundle = read('bundle.js');
    for (const forbidden of ['localStorage', 'sessionStorage', 'Xrm', 'XMLHttpRequest', 'fetch(']) {
      expect(bundle).not.toContain(forbidden);
    }
    expect(read('ControlManifest.xml')).toContain('<external-service-usage enabled="false"');
  });

  it('has every language that the manifest names', () => {
    const languages = [...read('ControlManifest.xml').matchAll(/resx path="([^"]+)"/g)].map(([, file]) => String(file));
    expect(languages).toHaveLength(3);
    expect(languages.filter((file) => !existsSync(path.join(CONTROL, file)))).toEqual([]);
  });
});
