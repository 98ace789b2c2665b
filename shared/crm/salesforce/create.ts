import type { CosellError } from '../../core/errors/index.ts';
import type { CreateOutcome, NewOpportunity } from '../../core/inbound/types.ts';
import type { CrmValue, Person } from '../../core/model/index.ts';
import type { SalesforceConnection } from './connection.ts';
import { graphError } from './errors.ts';
import { type Graph, parted } from './graphs.ts';
import { opportunityBody } from './records.ts';
import type { SchemaCache } from './schema.ts';
import type { CompositeSubrequest, FieldDescription, GraphAnswer } from './wire.ts';

/**
 * The port's `createOpportunities`: each deal is one graph of account, contacts, opportunity, contact roles and team members, which Salesforce makes as a
 * whole or not at all; up to 75 deals in a call. So no crash leaves an account without its opportunity.
 */
export async function createOpportunities(
  connection: SalesforceConnection,
  schemas: SchemaCache,
  batch: readonly NewOpportunity[],
): Promise<readonly CreateOutcome[]> {
  if (batch.length === 0) return [];
  const { opportunityFields } = await schemas.load();
  const outcomes: (Omit<CreateOutcome, 'referralId'> | undefined)[] = [];
  const graphs: Graph[] = [];
  for (const [index, deal] of batch.entries()) {
    try {
      graphs.push({ index, nodes: nodesOf(connection, deal, opportunityFields) });
    } catch (thrown) {
      outcomes[index] = { opportunityId: null, error: thrown as CosellError };
    }
  }
  for (const [call, some] of parted(graphs).entries()) {
    try {
      const requests = some.map(({ index, nodes }) => ({ graphId: `deal${index}`, compositeRequest: nodes }));
      const answers = new Map((await connection.graphs(requests)).map((answer) => [answer.graphId, answer]));
      for (const { index } of some) outcomes[index] = outcomeOf(answers.get(`deal${index}`));
    } catch (thrown) {
      // Once some are entered, the failure of a further call is that of its own deals.
      if (call === 0) throw thrown;
      for (const { index } of some) outcomes[index] = { opportunityId: null, error: thrown as CosellError };
    }
  }
  return batch.map(({ referralId }, index) => ({ referralId, ...(outcomes[index] ?? outcomeOf(undefined)) }));
}

function outcomeOf(answer: GraphAnswer | undefined): Omit<CreateOutcome, 'referralId'> {
  const answers = answer?.graphResponse.compositeResponse ?? [];
  if (answer?.isSuccessful !== true) return { opportunityId: null, error: graphError(answers) };
  const made = answers.find(({ referenceId }) => referenceId === 'opportunity')?.body as { id: string };
  return { opportunityId: made.id, error: null };
}

function nodesOf(
  { dataUrl }: SalesforceConnection,
  { values, account, contacts, owner, team }: NewOpportunity,
  fields: ReadonlyMap<string, FieldDescription>,
): readonly CompositeSubrequest[] {
  const nodes: CompositeSubrequest[] = [];
  const make = (object: string, referenceId: string, body: Readonly<Record<string, unknown>>): string => {
    nodes.push({ method: 'POST', url: `${dataUrl}/sobjects/${object}`, referenceId, body });
    return `@{${referenceId}.id}`;
  };
  const owned = owner?.kind === 'user' ? { OwnerId: owner.id } : {};
  const accountId =
    account === null
      ? null
      : 'id' in account
        ? account.id
        : make('Account', 'account', { ...ofParent(account.values), ...owned });
  const ofAccount = accountId === null ? {} : { AccountId: accountId };
  const contactIds = contacts.map((contact, index) =>
    'id' in contact
      ? contact.id
      : make('Contact', `contact${index}`, { ...contactFields(contact.person), ...ofAccount, ...owned }),
  );
  const opportunityId = make('Opportunity', 'opportunity', {
    ...opportunityBody(values, fields),
    ...ofAccount,
    ...owned,
  });
  for (const [index, ContactId] of contactIds.entries()) {
    make('OpportunityContactRole', `role${index}`, { OpportunityId: opportunityId, ContactId, IsPrimary: index === 0 });
  }
  for (const [index, UserId] of team.entries()) {
    make('OpportunityTeamMember', `member${index}`, { OpportunityId: opportunityId, UserId });
  }
  return nodes;
}

/** `Account.BillingCity` → `BillingCity`. */
function ofParent(values: Readonly<Record<string, CrmValue>>): Record<string, CrmValue> {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [path.slice(path.indexOf('.') + 1), value]));
}

/** A contact needs a last name. */
function contactFields({ firstName, lastName, email, phone }: Person): Record<string, string> {
  const names =
    lastName === null ? { LastName: firstName ?? email ?? phone } : { FirstName: firstName, LastName: lastName };
  return Object.fromEntries(
    Object.entries({ ...names, Email: email, Phone: phone }).flatMap(([field, value]) =>
      value === null ? [] : [[field, value]],
    ),
  );
}
