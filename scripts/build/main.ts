import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildLightningComponents } from './lwc.ts';

const root = path.resolve(import.meta.dirname, '../..');

const components = await buildLightningComponents();
console.log(`Lightning components: ${components.built ? 'built' : 'up to date'}`);
const pcf = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/pcf-scripts/bin/pcf-scripts.js'), 'build', '--buildMode', 'production'],
  {
    cwd: path.join(root, 'dynamics'),
    stdio: 'inherit',
  },
);
process.exitCode = pcf.status ?? 1;
