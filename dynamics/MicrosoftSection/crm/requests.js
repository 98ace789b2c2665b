import { choiceFromCrm, choiceToCrm, REQUEST_ACTIONS, REQUEST_STATUSES } from "../../../shared/core/mapping/choices.js";
import { queryPath } from "../../../shared/crm/dynamics/query.js";
import { optionalText, textOf } from "../../../shared/crm/dynamics/rows.js";
import { isoInstant } from "../../../shared/crm/dynamics/values.js";
import { queryTable } from "./query-table.js";
const MOST = 20;
const CREATED_BY = '_createdby_value';
/** The newest requests of an opportunity, newest first; kinds that this version does not know are left out. */
export async function readRequests(api, opportunityId) {
    const path = queryPath('cosell_requests', {
        select: [
            'cosell_requestid',
            'cosell_action',
            'cosell_status',
            'cosell_message',
            'cosell_errorcode',
            'cosell_reason',
            'createdon',
            CREATED_BY,
        ],
        filter: `_cosell_opportunityid_value eq ${opportunityId}`,
        orderBy: 'createdon desc,versionnumber desc',
        top: MOST,
    });
    return (await queryTable(api, path)).map(requestOf).filter((row) => row !== null);
}
function requestOf(row) {
    const wordOf = (name, column) => choiceFromCrm('dynamics', name, row[column]);
    const action = REQUEST_ACTIONS.find((known) => known === wordOf('requestAction', 'cosell_action'));
    const status = REQUEST_STATUSES.find((known) => known === wordOf('requestStatus', 'cosell_status'));
    if (action === undefined || status === undefined)
        return null;
    return {
        id: textOf(row, 'cosell_requestid'),
        action,
        status,
        message: optionalText(row, 'cosell_message'),
        errorCode: optionalText(row, 'cosell_errorcode'),
        reason: optionalText(row, 'cosell_reason'),
        createdAt: isoInstant(textOf(row, 'createdon')),
        createdBy: optionalText(row, `${CREATED_BY}@OData.Community.Display.V1.FormattedValue`),
    };
}
/** Makes the row that the connector answers; see docs/architecture.md, "In place". */
export async function createRequest(api, { opportunityId, action, reason, by, at }) {
    const { id } = await api.createRecord('cosell_request', {
        'cosell_opportunityid@odata.bind': `/opportunities(${opportunityId})`,
        cosell_action: choiceToCrm('dynamics', 'requestAction', action),
        ...(reason !== null && { cosell_reason: reason }),
    });
    return {
        id: String(id),
        action,
        status: 'queued',
        message: null,
        errorCode: null,
        reason,
        createdAt: at.toISOString(),
        createdBy: by,
    };
}
