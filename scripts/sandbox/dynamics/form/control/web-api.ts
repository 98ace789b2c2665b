import type { TableName } from '../boot.ts';
import { callApi, createdId } from '../data/api.ts';
import { toPlatformError } from '../data/faults.ts';

/** The undocumented member that exists at run time beside the documented ones (dynamics-toolchain.md §3.2). */
interface WithExecute {
  execute(request: unknown): Promise<never>;
}

/** `context.webAPI` against the environment of this page. Refusals come in the platform's shape. */
export function createWebApi(tables: Readonly<Record<string, TableName>>): ComponentFramework.WebApi & WithExecute {
  const setOf = (entityType: string): string => {
    const table = tables[entityType];
    if (table) return table.entitySet;
    const message = `The entity with a name = '${entityType}' was not found in the MetadataCache.`;
    // The platform rejects with plain objects, not with errors.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw { errorCode: 2147746369, code: 2147746369, message, title: 'Error', raw: '' };
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw toPlatformError(error);
    }
  };
  const bare = (id: string): string => id.replace(/[{}]/g, '').toLowerCase();
  const address = (entityType: string, id: string, options = ''): string =>
    `${setOf(entityType)}(${bare(id)})${options}`;
  const reference = (entityType: string, id: string) =>
    ({ id: bare(id), entityType }) as ComponentFramework.LookupValue;

  return {
    createRecord: (entityType, data) =>
      guarded(async () => {
        const { headers } = await callApi('POST', setOf(entityType), { body: data });
        return reference(entityType, createdId(headers));
      }),
    updateRecord: (entityType, id, data) =>
      guarded(async () => {
        await callApi('PATCH', address(entityType, id), { body: data, headers: { 'if-match': '*' } });
        return reference(entityType, id);
      }),
    deleteRecord: (entityType, id) =>
      guarded(async () => {
        await callApi('DELETE', address(entityType, id));
        return reference(entityType, id);
      }),
    retrieveRecord: (entityType, id, options = '') =>
      guarded(
        async () => (await callApi('GET', address(entityType, id, options))).body as ComponentFramework.WebApi.Entity,
      ),
    retrieveMultipleRecords: (entityType, options = '', maxPageSize) =>
      guarded(async () => {
        const size = maxPageSize === undefined ? '' : `,odata.maxpagesize=${maxPageSize}`;
        const headers = { prefer: `odata.include-annotations="*"${size}` };
        const { body } = await callApi('GET', `${setOf(entityType)}${options}`, { headers });
        const entities = (body.value ?? []) as ComponentFramework.WebApi.Entity[];
        return { entities, nextLink: (body['@odata.nextLink'] ?? '') as string };
      }),
    execute: () => Promise.reject(new Error('context.webAPI.execute is not documented; do not build on it.')),
  };
}
