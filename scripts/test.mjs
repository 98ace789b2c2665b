// `npm test`: every check and every test, from a fresh clone on.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, node22, nodeFlags, root } from './setup/dependencies.mjs';

await ensureDependencies();
const run = spawnSync(node22, [...nodeFlags, path.join(root, 'scripts/checks/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(run.status ?? 1);
