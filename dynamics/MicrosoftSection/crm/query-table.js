const TABLES = {
    opportunities: 'opportunity',
    connections: 'connection',
    teams: 'team',
    accounts: 'account',
    contacts: 'contact',
    cosell_requests: 'cosell_request',
    cosell_solutions: 'cosell_solution',
    cosell_connections: 'cosell_connection',
};
/** First page of a query that is written for the Web API: 5,000 rows, more than any of ours can have. */
export async function queryTable(api, path) {
    const question = path.indexOf('?');
    const table = TABLES[path.slice(0, question)];
    if (table === undefined)
        throw new Error(`No table is known for ${path.slice(0, question)}.`);
    const { entities } = await api.retrieveMultipleRecords(table, path.slice(question));
    return entities;
}
