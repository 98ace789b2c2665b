import { CosellError } from '../../core/errors/index.ts';
import type { CreateOutcome, NewLead } from '../../core/inbound/index.ts';
import { cutText } from '../../core/model/text.ts';
import type { SendBatch } from './batch.ts';
import { MOST_OPERATIONS, type Operation } from './batch-request.ts';
import type { PartAnswer } from './batch-response.ts';
import { errorFromAnswer } from './errors.ts';
import { isGuid } from './query.ts';
import { WRITE_TAG } from './write-units.ts';

/** A row with this id is there already: it was made from the same referral. */
const THERE: readonly number[] = [409, 412];

/** The port's `createLeads`: a lead gets its referral's own GUID as its id, so that it cannot be made twice. */
export function createLeadsWith(send: SendBatch) {
  return async (leads: readonly NewLead[]): Promise<readonly CreateOutcome[]> => {
    const outcomes: CreateOutcome[] = [];
    for (let start = 0; start < leads.length; start += MOST_OPERATIONS) {
      const some = leads.slice(start, start + MOST_OPERATIONS);
      const { parts } = await send(some.map(operationOf));
      outcomes.push(...some.map((lead, index) => outcomeOf(lead, parts[index])));
    }
    return outcomes;
  };
}

function outcomeOf({ referralId }: NewLead, part: PartAnswer | undefined): CreateOutcome {
  if (part !== undefined && (part.status < 300 || THERE.includes(part.status))) {
    return { referralId, opportunityId: referralId.toLowerCase(), error: null };
  }
  const error = errorFromAnswer(part ?? { status: 502, headers: {}, body: null });
  return { referralId, opportunityId: null, error };
}

/** @throws CosellError `value-invalid` */
function operationOf(lead: NewLead): Operation {
  const { referralId, person, address, owner } = lead;
  if (!isGuid(referralId)) {
    throw new CosellError('value-invalid', {
      message: `The referral ${referralId} has no GUID as its identifier.`,
      cure: 'Ask your administrator to report this with the connector log.',
    });
  }
  const columns: Readonly<Record<string, string | null>> = {
    leadid: referralId,
    subject: cutText(lead.subject, 300),
    companyname: cutText(lead.company, 100),
    firstname: person.firstName,
    lastname: cutText(person.lastName, 50),
    emailaddress1: person.email,
    telephone1: person.phone,
    address1_line1: address.line1,
    address1_line2: address.line2,
    address1_city: address.city,
    address1_stateorprovince: address.state,
    address1_postalcode: address.postalCode,
    address1_country: address.country,
    description: lead.description === null ? null : cutText(lead.description, 2_000),
    'ownerid@odata.bind': owner === null ? null : `/${owner.kind === 'team' ? 'teams' : 'systemusers'}(${owner.id})`,
  };
  const body = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
  return { method: 'POST', path: `leads?tag=${WRITE_TAG}`, body };
}
