import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { ChangeHint } from '../port.ts';
import { CLIENT_NAME, REQUEST } from './settings.ts';
import { isId } from './soql.ts';
import type { ChangeEvent, ChangeEventHeader } from './wire.ts';

const OBJECTS: Readonly<Record<string, ChangeHint['object']>> = {
  Opportunity: 'opportunity',
  Account: 'account',
  Contact: 'contact',
  OpportunityContactRole: 'contact-role',
  [REQUEST.object]: 'request',
};

/** The field of the payload that names the opportunity; only what was set or changed is there. */
const OPPORTUNITY_FIELDS: Partial<Record<ChangeHint['object'], string>> = {
  'contact-role': 'OpportunityId',
  request: REQUEST.opportunity,
};

const AUDIT_FIELDS = ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

/** What one change event means to the connector. */
export interface Translation {
  readonly hints: readonly ChangeHint[];
  /** Set when Salesforce says that it could not deliver everything. */
  readonly gap: string | null;
}

/**
 * A change event as hints. Ignored are our own writes, told by the client name that Salesforce repeats in `changeOrigin`
 * (never by the user: people may work as the integration user), changes to fields that only the connector fills, and new
 * accounts and contacts, which no opportunity has yet.
 * Source: Change Data Capture Developer Guide, "Change Event Message Structure", "Gap Events", "Overflow Events".
 */
export function translate({ payload }: ChangeEvent, owned: ReadonlySet<string>): Translation {
  const header = payload.ChangeEventHeader;
  const object = OBJECTS[header.entityName];
  const isGap = header.changeType.startsWith('GAP_');
  const gap = isGap
    ? `Salesforce could not deliver a change in full (${header.changeType} on ${header.entityName}).`
    : null;
  if (object === undefined || isOwn(header) || isOfNoInterest(object, header, owned)) return { hints: [], gap };

  const changedAt = new Date(header.commitTimestamp).toISOString();
  const parent = payload[OPPORTUNITY_FIELDS[object] ?? ''];
  const parentId = typeof parent === 'string' ? parent : null;
  // A change of very many records at once names them by a wildcard instead of their ids.
  const ids = header.recordIds.filter(isId);
  const unnamed = ids.length < header.recordIds.length && !isGap;
  return {
    hints: isOverflow(header)
      ? []
      : ids.map((id) => ({ object, id, opportunityId: object === 'opportunity' ? id : parentId, changedAt })),
    gap: unnamed ? 'Salesforce reported a change without naming all its records.' : gap,
  };
}

/** Fields whose change alone says nothing new: the connector fills them. Sellers fill sync, help, visible and products. */
export function ownedFields(fields: SectionFieldNames): ReadonlySet<string> {
  const { audit, status, details, referralId, referralLink, lastSync, direction, microsoftCrmId } = fields;
  return new Set([
    audit,
    status,
    details,
    referralId,
    referralLink,
    lastSync,
    direction,
    microsoftCrmId,
    ...AUDIT_FIELDS,
  ]);
}

function isOwn({ changeOrigin }: ChangeEventHeader): boolean {
  return (changeOrigin ?? '').split(';').includes(`client=${CLIENT_NAME}`);
}

function isOfNoInterest(object: ChangeHint['object'], header: ChangeEventHeader, owned: ReadonlySet<string>): boolean {
  const { changeType, changedFields = [] } = header;
  if (changeType === 'CREATE') return object === 'account' || object === 'contact';
  return (
    object === 'opportunity' &&
    changeType === 'UPDATE' &&
    changedFields.length > 0 &&
    changedFields.every((field) => owned.has(field))
  );
}

/** An overflow event stands for more changes than Salesforce keeps apart; its record id is made up. */
function isOverflow({ changeType }: ChangeEventHeader): boolean {
  return changeType === 'GAP_OVERFLOW';
}
