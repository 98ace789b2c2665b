import { Big } from 'big.js';
import { requireObject } from '../schema/lookup.ts';
import { STAGES } from '../schema/stages.ts';
import type { FieldValue, ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import type { Org } from '../org.ts';
import type { Changes } from './writable-fields.ts';

/** Values that Salesforce works out from others: a closed stage closes the opportunity, a contact's name has two parts. */
export function derivedValues(object: ObjectDefinition, before: Row | null, values: Changes): Changes {
  if (object.name === 'Contact' || object.name === 'Lead') {
    return {
      Name: [values.FirstName, values.LastName].filter((part) => part !== null && part !== undefined).join(' '),
    };
  }
  if (object.name !== 'Opportunity') return {};
  const stage = STAGES.find(({ name }) => name === values.StageName);
  const stageChanged = before?.StageName !== values.StageName;
  const probabilitySet = before ? before.Probability !== values.Probability : (values.Probability ?? null) !== null;
  const probability = stageChanged && !probabilitySet ? (stage?.probability ?? null) : (values.Probability ?? null);
  return {
    IsClosed: stage?.isClosed ?? false,
    IsWon: stage?.isWon ?? false,
    ForecastCategoryName: stage?.forecastCategory ?? null,
    Probability: probability,
    ExpectedRevenue: expectedRevenue(values.Amount ?? null, probability),
  };
}

function expectedRevenue(amount: FieldValue, probability: FieldValue): number | null {
  if (typeof amount !== 'number' || typeof probability !== 'number') return null;
  return new Big(amount).times(probability).div(100).round(2, Big.roundHalfUp).toNumber();
}

/** Only one contact role of an opportunity is primary: a new one takes it from the others, and the opportunity names it. */
export function demoteOtherPrimaries(org: Org, object: ObjectDefinition, row: Row): void {
  if (object.name !== 'OpportunityContactRole' || row.IsPrimary !== true) return;
  const siblings = org.store.find(
    requireObject(org.schema, 'OpportunityContactRole'),
    'OpportunityId',
    String(row.OpportunityId),
  );
  for (const sibling of siblings) {
    if (sibling.Id === row.Id || sibling.IsPrimary !== true) continue;
    org.store.put(object, { ...sibling, IsPrimary: false, ...pick(row) });
  }
  const opportunities = requireObject(org.schema, 'Opportunity');
  const opportunity = org.store.get(opportunities, String(row.OpportunityId));
  if (opportunity && opportunity.ContactId !== row.ContactId) {
    org.store.put(opportunities, { ...opportunity, ContactId: row.ContactId ?? null });
  }
}

const pick = ({ LastModifiedDate, LastModifiedById, SystemModstamp }: Row): Changes => ({
  LastModifiedDate: LastModifiedDate ?? null,
  LastModifiedById: LastModifiedById ?? null,
  SystemModstamp: SystemModstamp ?? null,
});
