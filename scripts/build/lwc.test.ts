import { compile } from '@lwc/sfdc-lwc-compiler';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLightningComponents } from './lwc.ts';

const folder = fileURLToPath(new URL('../../salesforce/main/default/lwc', import.meta.url));
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** Everything of ours that an opportunity page loads, before the platform minifies and packs it; labels are their module's part of it. */
const LIMITS = { section: 104 * 1024, labels: 32 * 1024 };

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

it('is small enough for a record page', () => {
  const sizes = names.map((name) => ({
    name,
    bytes: Object.values(filesOf(name)).reduce((sum, content) => sum + Buffer.byteLength(content), 0),
  }));
  const isLabels = ({ name }: { name: string }) => name === 'sectionTexts';
  const total = (some: typeof sizes) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const labels = total(sizes.filter(isLabels));
  const section = total(sizes) - labels;
  for (const { name, bytes } of sizes) process.stdout.write(`  ${name}: ${bytes} bytes\n`);
  process.stdout.write(
    `Lightning section: ${section} bytes (limit ${LIMITS.section}), labels: ${labels} (limit ${LIMITS.labels})\n`,
  );
  expect(section).toBeGreaterThan(0);
  expect(section).toBeLessThanOrEqual(LIMITS.section);
  expect(labels).toBeLessThanOrEqual(LIMITS.labels);
});
