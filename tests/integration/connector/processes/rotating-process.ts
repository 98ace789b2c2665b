// Rotates the refresh token a number of times: every token is the one before plus one.
import { openDatabase } from '../../../../shared/connector/store/connect.ts';
import { createRefreshTokenStore } from '../../../../shared/connector/store/refresh-tokens.ts';
import { createSeal } from '../../../../shared/connector/store/seal.ts';
import { SILENT } from '../../../../shared/connector/testkit/world.ts';

const [databaseUrl = '', times = '0'] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl, folder: '/nowhere', most: 2 }, SILENT);
const store = createRefreshTokenStore(database.db, {
  clientId: 'client',
  initial: '0',
  seal: createSeal('the client secret', 'test'),
});
for (let time = 0; time < Number(times); time += 1) {
  await store.update(async (token) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return String(Number(token) + 1);
  });
}
await database.close();
