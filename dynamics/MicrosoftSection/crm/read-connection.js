import { queryPath } from "../../../shared/crm/dynamics/query.js";
import { optionalText } from "../../../shared/crm/dynamics/rows.js";
import { isoInstant } from "../../../shared/crm/dynamics/values.js";
import { fromDynamics } from "../../../shared/section/in-place/dynamics-errors.js";
import { queryTable } from "./query-table.js";
const PATH = queryPath('cosell_connections', { select: ['cosell_details', 'cosell_lastseen'], top: 1 });
/** What the connector last published; `'none'` when it never did, or when the person may not read it. */
export async function readConnection(api) {
    const [row] = await queryTable(api, PATH).catch((thrown) => {
        if (fromDynamics(thrown).problem.kind === 'no-permission')
            return [];
        throw thrown;
    });
    const details = row === undefined ? null : optionalText(row, 'cosell_details');
    if (row === undefined || details === null)
        return 'none';
    // Written by the connector's own user only, so its shape needs no checking beyond its being there.
    const info = JSON.parse(details);
    return { ...info, lastSeenAt: isoInstant(optionalText(row, 'cosell_lastseen') ?? info.lastSeenAt) };
}
