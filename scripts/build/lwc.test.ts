import { compile } from '@lwc/sfdc-lwc-compiler';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildLightningComponents } from './lwc.ts';

const folder = fileURLToPath(new URL('../../salesforce/main/default/lwc', import.meta.url));
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/**
 * Everything of ours that an opportunity page loads, without the indentation of templates and styles, which the platform's compiler
 * drops, and without the labels, which are one import for each text. The section's is what is promised; labels: growing is to be a decision.
 */
const LIMITS = { section: 100_000, labels: 32 * 1024 };

function filesOf(name: string): Record<string, string> {
  const files = readdirSync(path.join(folder, name)).filter((file) => /\.(js|html|css)$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, name, file), 'utf8')]));
}

beforeAll(async () => {
  await buildLightningComponents();
});

it.each(names)('the compiler of the platform takes %s', async (name) => {
  const { success, diagnostics } = await compile({
    bundle: { namespace: 'c', name, type: 'platform', files: filesOf(name), options: { apiVersion: 65 } },
  });
  expect(diagnostics).toEqual([]);
  expect(success).toBe(true);
});

const withoutIndentation = (content: string) => content.replace(/^ +/gm, '');

it('is small enough for a record page', () => {
  const sizes = names.map((name) => ({
    name,
    deployed: Object.values(filesOf(name)).join(''),
    light: Object.values(filesOf(name)).map(withoutIndentation).join(''),
  }));
  for (const { name, deployed } of sizes) process.stdout.write(`  ${name}: ${Buffer.byteLength(deployed)} bytes\n`);
  const isLabels = ({ name }: { name: string }) => name === 'sectionTexts';
  const section = sizes.filter((size) => !isLabels(size));
  const deployed = section.map((size) => size.deployed).join('');
  const light = Buffer.byteLength(section.map((size) => size.light).join(''));
  const labels = Buffer.byteLength(sizes.find(isLabels)?.light ?? '');
  process.stdout.write(
    `Lightning section: ${light} bytes (limit ${LIMITS.section}), ${Buffer.byteLength(deployed)} as deployed, ` +
      `${gzipSync(deployed, { level: 9 }).length} of gzip; labels: ${labels} (limit ${LIMITS.labels})\n`,
  );
  expect(light).toBeGreaterThan(0);
  expect(light).toBeLessThanOrEqual(LIMITS.section);
  expect(labels).toBeGreaterThan(0);
  expect(labels).toBeLessThanOrEqual(LIMITS.labels);
});
