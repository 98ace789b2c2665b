import { CosellError } from '../core/errors/index.ts';
import type { ReferralQuery } from './port.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z$/;

/**
 * The query string of a list call: `$filter`, `$orderby`, `$top`, `$skip` (partner-center-referrals.md §4.3). The comparison with
 * `updatedDateTime` is inferred there; the field is documented. Throws `value-invalid` for a date that is not an instant.
 */
export function listQuery(query: ReferralQuery & { readonly skip?: number }): string {
  const clauses: string[] = [];
  if (query.updatedSince !== undefined) clauses.push(`updatedDateTime ge ${instant(query.updatedSince)}`);
  if (query.updatedUntil !== undefined) clauses.push(`updatedDateTime le ${instant(query.updatedUntil)}`);
  if (query.engagementId !== undefined) clauses.push(`engagementId eq ${literal(query.engagementId)}`);
  if (query.status !== undefined) clauses.push(`status eq ${literal(query.status)}`);
  if (query.direction !== undefined) clauses.push(`direction eq ${literal(query.direction)}`);
  const options: (readonly [string, string])[] = [];
  if (clauses.length > 0) options.push(['$filter', clauses.join(' and ')]);
  if (query.updatedSince !== undefined) options.push(['$orderby', 'updatedDateTime']);
  if (query.top !== undefined) options.push(['$top', String(query.top)]);
  if (query.skip !== undefined) options.push(['$skip', String(query.skip)]);
  return options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}

/** OData string literal: a quote inside is doubled (OData 4.01 URL conventions §5.1.1.6.1). */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function instant(text: string): string {
  if (INSTANT.test(text)) return text;
  throw new CosellError('value-invalid', {
    message: 'Referrals were asked for since a time that is not an ISO instant in UTC.',
    cure: 'Give the time as YYYY-MM-DDThh:mm:ssZ.',
    field: 'updatedSince',
  });
}

/**
 * The query string of the next page, taken from `@odata.nextLink`. Only the query is taken: the documented links name
 * another path and even plain http, and miss the `?` at times (partner-center-referrals.md §1). `null`: no next page.
 */
export function nextPageQuery(nextLink: unknown): string | null {
  if (typeof nextLink !== 'string') return null;
  const start = nextLink.search(/[?&]|\$skip|%24skip/i);
  if (start < 0) return null;
  const query = nextLink.slice(start).replace(/^[?&]+/, '');
  // The URL parser keeps what is encoded, encodes blanks, and drops line breaks and the fragment.
  return new URL(`http://localhost/?${query}`).search.slice(1) || null;
}
