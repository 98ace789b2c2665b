// Starts the built-in PostgreSQL of a folder and stays, to be killed.
import { startEmbeddedServer } from '../../../../shared/connector/store/embedded/server.ts';

const server = await startEmbeddedServer(process.argv[2] ?? '');
process.stdout.write(`runs on ${new URL(server.connectionString).port}.\n`);
setInterval(() => undefined, 60_000);
