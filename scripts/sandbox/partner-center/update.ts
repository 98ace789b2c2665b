import { isDeepStrictEqual } from 'node:util';
import { type Caller, assertMayChange } from './caller.ts';
import { readContent } from './read-content.ts';
import type { ServiceFacts, StoredReferral } from './record.ts';
import { assertContactWhenHelpIsAsked, assertKnownSolutions } from './rules/complete.ts';
import { assertNothingImmutableChanged } from './rules/immutable.ts';
import { assertLegalMove, assertOpen } from './rules/lifecycle.ts';
import { READ_ONLY_PROPERTIES, contentSchema } from './schema.ts';
import type { ReferralService } from './service.ts';
import { ServiceError, badRequest, notFound } from './service-error.ts';

export interface Update {
  readonly id: string;
  /** The If-Match header; `undefined` changes whatever version there is. */
  readonly ifMatch: string | undefined;
  /** The whole referral after the change, made from the current one. May throw ServiceError. */
  readonly change: (current: StoredReferral) => object;
}

/**
 * Every change to a referral, by PATCH, PUT or a page, goes through here and so through the same rules.
 * @throws ServiceError 403, 404, 412 for a stale eTag, 400 for what the rules forbid.
 */
export function updateReferral(
  service: ReferralService,
  caller: Caller,
  { id, ifMatch, change }: Update,
): StoredReferral {
  const current = service.store.get(id.toLowerCase())?.referral;
  if (!current) throw notFound(id);
  assertMayChange(caller, current);
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== current.eTag) {
    throw new ServiceError({
      status: 412,
      code: 'preconditionFailed',
      target: 'If-Match',
      innerCode: 'resourceModified',
      message:
        'The referral has changed since this eTag was read, or the eTag is not the quoted one that was handed out.',
    });
  }
  assertOpen(current);

  const { content, facts } = separate(change(current), current);
  const after = readContent(contentSchema, content);
  assertNothingImmutableChanged(caller, current, after);
  assertLegalMove(current, after);
  assertKnownSolutions(after);
  assertContactWhenHelpIsAsked(after);
  return service.save(caller, { ...facts, ...after });
}

/**
 * Splits a document into what callers write and what the service sets; the latter may be left out or sent back as it was.
 * @throws ServiceError 400 for a read-only property with another value.
 */
function separate(document: object, current: StoredReferral): { content: object; facts: ServiceFacts } {
  const known = current as unknown as Readonly<Record<string, unknown>>;
  const content: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(document)) {
    if (!READ_ONLY_PROPERTIES.has(property)) content[property] = value;
    else if (!isDeepStrictEqual(value, known[property]))
      throw badRequest(property, 'readOnlyProperty', `${property} is read-only.`);
  }
  const { id, engagementId, organizationId, organizationName, createdDateTime, updatedDateTime } = current;
  const { expirationDateTime, acceptedDateTime, closedDateTime, direction, eTag } = current;
  const own = { id, engagementId, organizationId, organizationName, createdDateTime, updatedDateTime, eTag };
  return { content, facts: { ...own, expirationDateTime, acceptedDateTime, closedDateTime, direction } };
}
