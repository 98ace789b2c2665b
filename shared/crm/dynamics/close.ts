import type { CrmValue } from '../../core/model/index.ts';
import type { Operation } from './batch-request.ts';

/** What an update writes, and how it ends the opportunity. */
export interface SplitValues {
  readonly values: Readonly<Record<string, CrmValue>>;
  readonly end: { readonly action: 'WinOpportunity' | 'LoseOpportunity'; readonly status: number } | null;
}

const ACTIONS: Readonly<Record<string, NonNullable<SplitValues['end']>['action']>> = {
  '1': 'WinOpportunity',
  '2': 'LoseOpportunity',
};

/**
 * An opportunity is not won or lost by its columns but by an action of its own, which also keeps the record of the closing.
 * learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/winopportunity
 */
export function splitEnd(values: Readonly<Record<string, CrmValue>>): SplitValues {
  const action = ACTIONS[String(values.statecode ?? '')];
  if (action === undefined) return { values, end: null };
  const others = Object.entries(values).filter(([path]) => path !== 'statecode' && path !== 'statuscode');
  return { values: Object.fromEntries(others), end: { action, status: Number(values.statuscode ?? -1) } };
}

/** @param id of the opportunity */
export function closeOperation(
  id: string,
  { action, status }: NonNullable<SplitValues['end']>,
  tag: string,
): Operation {
  return {
    method: 'POST',
    path: `${action}?tag=${tag}`,
    body: {
      Status: status,
      OpportunityClose: {
        subject: action === 'WinOpportunity' ? 'Won in Partner Center' : 'Closed in Partner Center',
        'opportunityid@odata.bind': `/opportunities(${id})`,
      },
    },
  };
}
