import { asCosellError, CosellError } from '../../core/errors/index.ts';
import type { CreateOutcome, NewOpportunity } from '../../core/inbound/types.ts';
import type { CrmValue, Person } from '../../core/model/index.ts';
import type { SendBatch } from './batch.ts';
import { type ChangeSet, MOST_OPERATIONS, type Operation } from './batch-request.ts';
import type { ColumnWriter } from './columns.ts';
import { errorFromAnswer } from './errors.ts';
import { connectionTo } from './memberships.ts';
import { parsePath } from './paths.ts';
import { isGuid } from './query.ts';
import { WRITE_TAG } from './write-units.ts';

interface Unit {
  readonly index: number;
  readonly changeSet: readonly Operation[];
}

/** Another row holds one of the unique values, or the id itself (errors.ts). */
const DUPLICATES = [409, 412];

/**
 * The port's `createOpportunities`: each deal is one change set of account, contacts, opportunity and connections, those of the sales team included. The opportunity gets the
 * referral's own GUID as its id, so that the same deal cannot be entered twice, whatever happens.
 */
export function createCreate(send: SendBatch, writer: ColumnWriter) {
  return async (batch: readonly NewOpportunity[]): Promise<readonly CreateOutcome[]> => {
    const outcomes = new Map<number, CosellError | null>();
    await writer.prepare(batch.map(({ values }) => values));
    const units = batch.flatMap((deal, index): Unit[] => {
      try {
        return [{ index, changeSet: operationsOf(deal, writer) }];
      } catch (thrown) {
        outcomes.set(index, asCosellError(thrown));
        return [];
      }
    });
    for (const [call, some] of parted(units).entries()) {
      try {
        const { parts } = await send(some.map(({ changeSet }): ChangeSet => ({ changeSet })));
        some.forEach(({ index }, place) => {
          const part = parts[place] ?? { status: 502, headers: {}, body: null };
          outcomes.set(index, part.status < 300 ? null : errorOf(part));
        });
      } catch (thrown) {
        // Once some are entered, the failure of a further call is that of its own deals.
        if (call === 0) throw thrown;
        for (const { index } of some) outcomes.set(index, asCosellError(thrown));
      }
    }
    return batch.map(({ referralId }, index) => {
      const error = outcomes.get(index) ?? null;
      return { referralId, opportunityId: error === null ? referralId.toLowerCase() : null, error };
    });
  };
}

function errorOf(part: Parameters<typeof errorFromAnswer>[0]): CosellError {
  const error = errorFromAnswer(part);
  if (!DUPLICATES.includes(part.status)) return error;
  const { message } = error;
  return new CosellError('crm-conflict', {
    message,
    cure: 'Nothing to do; the connector looks again and goes on.',
    httpStatus: part.status,
  });
}

function parted(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const calls: Unit[][] = [];
  let size = 0;
  for (const unit of units) {
    const current = calls.at(-1);
    size += unit.changeSet.length;
    if (current && size <= MOST_OPERATIONS) current.push(unit);
    else {
      calls.push([unit]);
      size = unit.changeSet.length;
    }
  }
  return calls;
}

/** @throws CosellError `value-invalid`, `crm-rejected` for values that cannot be written */
function operationsOf(deal: NewOpportunity, writer: ColumnWriter): readonly Operation[] {
  const { referralId, values, account, contacts, owner, team } = deal;
  if (!isGuid(referralId)) {
    throw new CosellError('value-invalid', {
      message: `The referral ${referralId} has no GUID as its identifier.`,
      cure: 'Ask your administrator to report this with the connector log.',
    });
  }
  const operations: Operation[] = [];
  /** @returns what later operations of the change set call it: its Content-ID */
  const make = (set: string, body: Readonly<Record<string, unknown>>): string => {
    operations.push({ method: 'POST', path: `${set}?tag=${WRITE_TAG}`, body });
    return `$${operations.length}`;
  };
  const owned =
    owner === null ? {} : { 'ownerid@odata.bind': `/${owner.kind === 'team' ? 'teams' : 'systemusers'}(${owner.id})` };
  const accountRef =
    account === null
      ? null
      : 'id' in account
        ? `/accounts(${account.id})`
        : make('accounts', { ...ofParent(account.values), ...owned });
  const contactRefs = contacts.map((contact) =>
    'id' in contact
      ? `/contacts(${contact.id})`
      : make('contacts', {
          ...contactColumns(contact.person),
          ...(accountRef !== null && { 'parentcustomerid_account@odata.bind': accountRef }),
          ...owned,
        }),
  );
  const [primary, ...others] = contactRefs;
  // A new row is open by itself, and takes no statecode.
  const columns = Object.entries(writer.columnsOf(values)).filter(([column]) => column !== 'statecode');
  const opportunity = make('opportunities', {
    opportunityid: referralId,
    ...Object.fromEntries(columns),
    ...(accountRef !== null && {
      'parentaccountid@odata.bind': accountRef,
      'customerid_account@odata.bind': accountRef,
    }),
    ...(accountRef === null && primary !== undefined && { 'customerid_contact@odata.bind': primary }),
    ...(primary !== undefined && { 'parentcontactid@odata.bind': primary }),
    ...owned,
  });
  for (const other of others) {
    make('connections', { 'record1id_opportunity@odata.bind': opportunity, 'record2id_contact@odata.bind': other });
  }
  for (const userId of team) make('connections', connectionTo(opportunity, userId));
  return operations;
}

/** `parentaccountid.address1_city` → `address1_city`. */
function ofParent(values: Readonly<Record<string, CrmValue>>): Record<string, CrmValue> {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [parsePath(path).column, value]));
}

/** A contact needs a last name. */
function contactColumns({ firstName, lastName, email, phone }: Person): Record<string, string> {
  const names =
    lastName === null ? { lastname: firstName ?? email ?? phone } : { firstname: firstName, lastname: lastName };
  return Object.fromEntries(
    Object.entries({ ...names, emailaddress1: email, telephone1: phone }).flatMap(([column, value]) =>
      value === null ? [] : [[column, value]],
    ),
  );
}
