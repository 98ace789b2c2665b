import { startStandIns } from '../sandbox/stand-ins.ts';

/**
 * The stand-ins in a process of their own, as the outside systems are in life: measured work and the systems it talks to do not share
 * one event loop. Told its ports by the first argument; says `ready` to its parent.
 */
const ports = JSON.parse(process.argv[2] ?? '{}') as Parameters<typeof startStandIns>[0];
const standIns = await startStandIns(ports);
process.on('SIGTERM', () => void standIns.close().then(() => process.exit(0)));
process.send?.('ready');
