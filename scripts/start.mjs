// `npm start`: the whole product on this machine, against stand-ins for Partner Center, Salesforce and Dynamics 365.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies, node22, nodeFlags, root } from './setup/dependencies.mjs';

await ensureDependencies();
const sandbox = spawn(node22, [...nodeFlags, path.join(root, 'scripts/sandbox/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// Ctrl-C reaches the whole process group; SIGTERM only this process.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => sandbox.kill('SIGTERM'));
sandbox.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
