import { CosellError } from '../../core/errors/index.ts';
import type { TeamChanges } from '../../core/plan/types.ts';
import type { OpportunityWrite } from '../port.ts';
import type { SalesforceConnection } from './connection.ts';
import { graphError } from './errors.ts';
import { type Graph, parted } from './graphs.ts';
import { opportunityBody } from './records.ts';
import type { CompositeSubrequest, FieldDescription } from './wire.ts';

/** A write in which somebody joins the sales team or leaves it. */
export type TeamWrite = OpportunityWrite & { readonly team: TeamChanges };

export function changesTeam(write: OpportunityWrite): write is TeamWrite {
  const { team } = write;
  return team !== undefined && team.add.length + team.remove.length > 0;
}

/**
 * Opportunities whose sales teams change: each is a graph of its members and its fields, so that its audit never tells of somebody who did not
 * join. Salesforce takes a member who is in the team already as a change of that member: "If you create a record for this object and the
 * OpportunityId and UserId combination matches an existing record, the system updates any modified fields and returns the existing record."
 * developer.salesforce.com, Object Reference for the Salesforce Platform, "OpportunityTeamMember". Role and access are the org's own
 * defaults, and those that somebody gave stay.
 * @returns the error of each, in order; `null` when it was written. Nothing is thrown.
 */
export async function writeTeams(
  connection: SalesforceConnection,
  fields: ReadonlyMap<string, FieldDescription>,
  writes: readonly TeamWrite[],
): Promise<readonly (CosellError | null)[]> {
  const errors: (CosellError | null)[] = writes.map(() => null);
  const graphs: Graph[] = [];
  const noteFor = (index: number, thrown: unknown): void => {
    if (!(thrown instanceof CosellError)) throw thrown;
    errors[index] = thrown;
  };
  for (const [index, write] of writes.entries()) {
    try {
      graphs.push({ index, nodes: nodesOf(connection, write, fields) });
    } catch (thrown) {
      noteFor(index, thrown);
    }
  }
  for (const some of parted(graphs)) {
    try {
      const requests = some.map(({ index, nodes }) => ({ graphId: `team${index}`, compositeRequest: nodes }));
      const answers = new Map((await connection.graphs(requests)).map((answer) => [answer.graphId, answer]));
      for (const { index } of some) {
        const answer = answers.get(`team${index}`);
        if (answer?.isSuccessful !== true) errors[index] = graphError(answer?.graphResponse.compositeResponse ?? []);
      }
    } catch (thrown) {
      for (const { index } of some) noteFor(index, thrown);
    }
  }
  return errors;
}

/** @throws CosellError `value-invalid` when a number cannot be stored exactly */
function nodesOf(
  { dataUrl }: SalesforceConnection,
  { opportunityId, values, team }: TeamWrite,
  fields: ReadonlyMap<string, FieldDescription>,
): readonly CompositeSubrequest[] {
  const url = (path: string) => `${dataUrl}/sobjects/${path}`;
  const member = 'OpportunityTeamMember';
  return [
    ...team.add.map((UserId, index) => ({
      method: 'POST' as const,
      url: url(member),
      referenceId: `joins${index}`,
      body: { OpportunityId: opportunityId, UserId },
    })),
    ...team.remove.map((id, index) => ({
      method: 'DELETE' as const,
      url: url(`${member}/${id}`),
      referenceId: `leaves${index}`,
    })),
    ...(Object.keys(values).length === 0
      ? []
      : [
          {
            method: 'PATCH' as const,
            url: url(`Opportunity/${opportunityId}`),
            referenceId: 'opportunity',
            body: opportunityBody(values, fields),
          },
        ]),
  ];
}
