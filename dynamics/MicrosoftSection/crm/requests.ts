import { choiceFromCrm, choiceToCrm, REQUEST_ACTIONS, REQUEST_STATUSES } from '../../../shared/core/mapping/choices.ts';
import type { CrmValue, RequestAction } from '../../../shared/core/model/index.ts';
import { queryPath } from '../../../shared/crm/dynamics/query.ts';
import { optionalText, type Row, textOf } from '../../../shared/crm/dynamics/row.ts';
import { isoInstant } from '../../../shared/crm/dynamics/values.ts';
import type { RequestRow } from '../../../shared/section/contract/index.ts';
import { queryTable, type WebApi } from './query-table.ts';

const MOST = 20;
const CREATED_BY = '_createdby_value';

/** The newest requests of an opportunity, newest first; kinds that this version does not know are left out. */
export async function readRequests(api: WebApi, opportunityId: string): Promise<readonly RequestRow[]> {
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

function requestOf(row: Row): RequestRow | null {
  const wordOf = (name: 'requestAction' | 'requestStatus', column: string) =>
    choiceFromCrm('dynamics', name, row[column] as CrmValue | undefined);
  const action = REQUEST_ACTIONS.find((known) => known === wordOf('requestAction', 'cosell_action'));
  const status = REQUEST_STATUSES.find((known) => known === wordOf('requestStatus', 'cosell_status'));
  if (action === undefined || status === undefined) return null;
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

export interface Asked {
  readonly opportunityId: string;
  readonly action: RequestAction;
  readonly reason: string | null;
  /** Name of the person, and the time, until the row is read back. */
  readonly by: string;
  readonly at: Date;
}

/** Makes the row that the connector answers; see docs/architecture.md, "In place". */
export async function createRequest(
  api: WebApi,
  { opportunityId, action, reason, by, at }: Asked,
): Promise<RequestRow> {
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
