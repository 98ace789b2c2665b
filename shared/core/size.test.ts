import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What both sections can afford (docs/architecture.md, goals). */
const LIMIT = 25 * 1024;

it('fits both sections: at most 25 KB of gzip with all it needs', async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL('./index.ts', import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const size = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
  process.stdout.write(`shared/core: ${size} bytes of gzip (limit ${LIMIT})\n`);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(LIMIT);
});
