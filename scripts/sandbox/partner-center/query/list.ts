import { DEFAULT_PAGE_SIZE, LARGEST_PAGE, ODATA_CONTEXT } from '../conventions.ts';
import type { StoredReferral } from '../record.ts';
import { present } from '../present.ts';
import { badRequest } from '../service-error.ts';
import { compileFilter } from './filter.ts';
import { type Position, comparePositions, positionOf, readOrder } from './order.ts';
import { readSkipToken, writeSkipToken } from './skip-token.ts';

export interface ListAnswer {
  readonly '@odata.context': string;
  readonly '@odata.count': number;
  readonly value: readonly object[];
  readonly '@odata.nextLink'?: string;
}

export interface ListSettings {
  /** Where the list was asked for. The published samples show a host and path that lead nowhere; here every client can follow the link. */
  readonly collection: string;
  readonly pageSize: number;
}

const OPTIONS = new Set(['$filter', '$orderby', '$top', '$skip', '$select', '$count', '$skiptoken']);

/**
 * `GET /referrals` (referrals §4, §4.3). `$top` and `$skip` count over all pages; a page holds at most `pageSize`. The next
 * link's `$skiptoken` carries the whole query and where the page ended, so that changes between two pages shift nothing.
 * @throws ServiceError 400 for an option or value that is not documented.
 */
export function listReferrals(
  visible: readonly StoredReferral[],
  query: Readonly<Record<string, unknown>>,
  { collection, pageSize }: ListSettings,
): ListAnswer {
  const { options, after, taken } = readQuery(query);
  const matches = options.$filter === undefined ? visible : visible.filter(compileFilter(options.$filter));
  const order = readOrder(options.$orderby);
  const select = selector(options.$select);
  const left = wholeNumber('$top', options.$top, Number.MAX_SAFE_INTEGER) - taken;
  const skip = after ? 0 : wholeNumber('$skip', options.$skip, 0);

  const rest = matches
    .map((referral) => ({ referral, position: positionOf(order, referral) }))
    .filter(({ position }) => !after || comparePositions(order, position, after) > 0)
    .sort((one, other) => comparePositions(order, one.position, other.position))
    .slice(skip, skip + left);
  // Above the default, a page is as long as `$top` asks for, up to what is known to work.
  const longest = pageSize < DEFAULT_PAGE_SIZE ? pageSize : LARGEST_PAGE;
  const page = rest.slice(0, options.$top === undefined ? pageSize : longest);
  const last = page.at(-1);
  return {
    '@odata.context': ODATA_CONTEXT,
    '@odata.count': matches.length,
    value: page.map(({ referral }) => select(present(referral))),
    ...(last &&
      rest.length > page.length && {
        '@odata.nextLink': `${collection}?$skiptoken=${writeSkipToken({ options, after: last.position, taken: taken + page.length })}`,
      }),
  };
}

function readQuery(query: Readonly<Record<string, unknown>>): {
  options: Readonly<Record<string, string>>;
  after: Position | null;
  taken: number;
} {
  const options: Record<string, string> = {};
  for (const [name, value] of Object.entries(query)) {
    if (!name.startsWith('$')) continue;
    if (!OPTIONS.has(name)) throw badRequest(name, 'invalidQuery', `${name} is not supported.`);
    if (typeof value !== 'string') throw badRequest(name, 'invalidQuery', `${name} must be given once.`);
    options[name] = value;
  }
  if (options.$count !== undefined && options.$count !== 'true' && options.$count !== 'false') {
    throw badRequest('$count', 'invalidQuery', '$count is true or false.');
  }
  if (options.$skiptoken === undefined) return { options, after: null, taken: 0 };
  return readSkipToken(options.$skiptoken);
}

function wholeNumber(name: string, text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text))
    throw badRequest(name, 'invalidQuery', `${name} must be a whole number that is not negative.`);
  return Number(text);
}

/** Properties that `$select` knows: those that an answer can have at its top level. */
const SELECTABLE = new Set(
  (
    'id engagementId organizationId organizationName name externalReferenceId createdDateTime updatedDateTime expirationDateTime ' +
    'acceptedDateTime closedDateTime status substatus statusReason type qualification direction target customerProfile consent ' +
    'details team inviteContext trackingInfo campaignId salesStage eTag links'
  ).split(' '),
);

function selector(text: string | undefined): (referral: object) => object {
  if (text === undefined || text.trim() === '*') return (referral) => referral;
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SELECTABLE.has(name));
  if (unknown !== undefined) throw badRequest('$select', 'invalidQuery', `${unknown} is not a property of a referral.`);
  const wanted = new Set(names);
  return (referral) => Object.fromEntries(Object.entries(referral).filter(([name]) => wanted.has(name)));
}
