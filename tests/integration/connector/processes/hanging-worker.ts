// A connector process that takes a batch and never ends it, to be killed.
import { CRM, startConnector } from '../support/connector.ts';

const connector = await startConnector(process.argv[2] ?? '');
await connector.queue.work(CRM, 200, (items) => {
  process.stdout.write(`took ${items.map((item) => item.opportunityId).join(',')}\n`);
  return new Promise(() => undefined);
});
process.stdout.write('works\n');
