import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const CONTROL = path.resolve(__dirname, '../out/controls/MicrosoftSection');

/** What may travel to the browser: the platform sends script compressed. */
const LIMIT = 60 * 1024;
/** What may be parsed there. Nobody needs it to be so much; growing beyond it is to be a decision. */
const LIMIT_UNPACKED = 100 * 1024;

const read = (file: string): string => readFileSync(path.join(CONTROL, file), 'utf8');

describe('the production bundle (npm run build)', () => {
  it('is small enough', () => {
    const bundle = read('bundle.js');
    const packed = gzipSync(bundle, { level: 9 }).length;
    process.stdout.write(`PCF bundle: ${packed} bytes of gzip (limit ${LIMIT}), ${bundle.length} unpacked\n`);
    expect(packed).toBeGreaterThan(0);
    expect(packed).toBeLessThanOrEqual(LIMIT);
    expect(bundle.length).toBeLessThanOrEqual(LIMIT_UNPACKED);
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
