import type { RequestAction, RequestRow, RequestStatus } from 'c/syncCore';
import type { RecordRepresentation } from 'lightning/uiRecordApi';
import { type GraphNode, nodesOf, parentOf, textOf } from './graph';
import { crmValueAt } from './record';

export const REQUEST_OBJECT = 'Partner_Center_Request__c';

/** The newest request rows of an opportunity, newest first; of two in one second the higher number. */
export function requestRowsOf(deal: GraphNode): readonly RequestRow[] {
  const key = (node: GraphNode) => `${textOf(node, 'CreatedDate')} ${textOf(node, 'Name')}`;
  return [...nodesOf(deal.Partner_Center_Requests__r)]
    .sort((a, b) => (key(a) > key(b) ? -1 : 1))
    .map((node) => ({
      id: String(node.Id),
      action: textOf(node, 'Action__c') as RequestAction,
      status: (textOf(node, 'Status__c') ?? 'queued') as RequestStatus,
      message: textOf(node, 'Message__c'),
      errorCode: textOf(node, 'Error_Code__c'),
      reason: textOf(node, 'Reason__c'),
      createdAt: textOf(node, 'CreatedDate') ?? '',
      createdBy: textOf(parentOf(node, 'CreatedBy'), 'Name'),
    }));
}

/** The fields of a new request. Sellers may not write the status: the platform's default makes the row queued. */
export function newRequest(opportunityId: string, action: RequestAction, reason: string | null) {
  return {
    apiName: REQUEST_OBJECT,
    fields: { Opportunity__c: opportunityId, Action__c: action, ...(reason === null ? {} : { Reason__c: reason }) },
  };
}

/** The row just made. */
export function createdRow(
  record: RecordRepresentation,
  action: RequestAction,
  reason: string | null,
  now: Date,
): RequestRow {
  const created = crmValueAt(record, 'CreatedDate');
  return {
    id: record.id,
    action,
    status: 'queued',
    message: null,
    errorCode: null,
    reason,
    createdAt: typeof created === 'string' ? created : now.toISOString(),
    createdBy: null,
  };
}
