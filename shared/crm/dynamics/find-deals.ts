import type { AccountLookup, DealLookup, DealMatch } from '../../core/inbound/types.ts';
import type { SectionFieldNames } from '../../core/mapping/section-fields.ts';
import type { Operation } from './batch-request.ts';
import type { Currencies } from './currencies.ts';
import { userOf, usersQuery } from './find-users.ts';
import { parsePath } from './paths.ts';
import { literal, queryPath } from './query.ts';
import { type Row, optionalText, textOf } from './row.ts';
import type { RowReader } from './rows.ts';

/** As many deals as keep a filter below the 500 conditions of one query. */
const DEALS_PER_CALL = 50;

type Source = 'opportunities' | 'accounts' | 'contacts' | 'systemusers' | 'teams';

/** The port's `findDeals`: one `$batch` for each 50 deals. */
export function createFindDeals(fields: SectionFieldNames, reader: RowReader, currencies: Currencies) {
  return async (lookups: readonly DealLookup[]): Promise<readonly DealMatch[]> => {
    const matches: DealMatch[] = [];
    for (let start = 0; start < lookups.length; start += DEALS_PER_CALL) {
      const some = lookups.slice(start, start + DEALS_PER_CALL);
      const queries = queriesFor(fields, some);
      const answers = await reader.all([...queries.map(({ operation }) => operation), ...currencies.missing()]);
      currencies.learn(answers.slice(queries.length));
      const rows = new Map(queries.map(({ source }, index) => [source, answers[index] ?? []]));
      matches.push(...some.map((lookup) => matchOf(lookup, (source) => rows.get(source) ?? [], fields, currencies)));
    }
    return matches;
  };
}

function queriesFor(
  fields: SectionFieldNames,
  lookups: readonly DealLookup[],
): readonly { readonly source: Source; readonly operation: Operation }[] {
  const accounts = lookups.flatMap(({ account }) => account ?? []);
  const [first] = accounts;
  const query = (
    source: Source,
    select: readonly string[],
    column: string,
    wanted: readonly string[],
    options: { and?: string; orderBy?: string } = {},
  ) => {
    if (wanted.length === 0) return [];
    const isOne = [...new Set(wanted)].map((text) => `${column} eq ${literal(text)}`).join(' or ');
    const filter = options.and === undefined ? isOne : `(${isOne}) and ${options.and}`;
    const { orderBy } = options;
    const path = queryPath(source, { select, filter, ...(orderBy !== undefined && { orderBy }) });
    return [{ source, operation: { method: 'GET', path } as const }];
  };
  const ids = lookups.map(({ referralId }) => referralId);
  const emails = lookups.flatMap((lookup) => lookup.emails);
  const owners = lookups.flatMap((lookup) => lookup.owners);
  const teams = lookups.flatMap(({ team }) => team ?? []);
  const names = accounts.map(({ name }) => name);
  return [
    ...query('opportunities', ['opportunityid', fields.referralId], fields.referralId, ids),
    ...(first === undefined
      ? []
      : query('accounts', accountColumns(first), columnOf(first.namePath), names, {
          and: 'statecode eq 0',
          orderBy: 'createdon asc,accountid asc',
        })),
    ...query('contacts', ['contactid', 'emailaddress1', '_parentcustomerid_value'], 'emailaddress1', emails, {
      and: 'statecode eq 0',
      orderBy: 'createdon asc,contactid asc',
    }),
    ...(owners.length === 0 ? [] : [{ source: 'systemusers' as const, operation: usersQuery(owners) }]),
    ...query('teams', ['teamid', 'name'], 'name', teams),
  ];
}

function matchOf(
  lookup: DealLookup,
  rowsOf: (source: Source) => readonly Row[],
  fields: SectionFieldNames,
  currencies: Currencies,
): DealMatch {
  const { referralId, account, emails, owners, team, currency } = lookup;
  const find = (source: Source, column: string, wanted: string) =>
    rowsOf(source).find((row) => same(optionalText(row, column), wanted));
  const idOf = (row: Row | undefined, column: string) => (row === undefined ? null : textOf(row, column));
  const users = owners.map((email) => find('systemusers', 'internalemailaddress', email));
  const owner = users.find((row) => row !== undefined);
  return {
    referralId,
    opportunityId: idOf(find('opportunities', fields.referralId, referralId), 'opportunityid'),
    accounts: account === null ? [] : rowsOf('accounts').flatMap((row) => candidateOf(row, account)),
    contacts: rowsOf('contacts').flatMap((row) => {
      const email = optionalText(row, 'emailaddress1');
      if (email === null || !emails.some((wanted) => same(email, wanted))) return [];
      return [{ id: textOf(row, 'contactid'), email, accountId: optionalText(row, '_parentcustomerid_value') }];
    }),
    ownerId: idOf(owner, 'systemuserid'),
    teamId: team === null ? null : idOf(find('teams', 'name', team), 'teamid'),
    users: users.flatMap((row) => (row === undefined ? [] : userOf(row))),
    knowsCurrency: currency !== null && currencies.idOf(currency) !== null,
  };
}

function candidateOf(row: Row, { name, namePath, postalCodePath }: AccountLookup): DealMatch['accounts'] {
  const found = optionalText(row, columnOf(namePath));
  if (found === null || !same(found, name)) return [];
  const postalCode = postalCodePath === null ? null : optionalText(row, columnOf(postalCodePath));
  return [{ id: textOf(row, 'accountid'), name: found, postalCode }];
}

function accountColumns({ namePath, postalCodePath }: AccountLookup): readonly string[] {
  return ['accountid', columnOf(namePath), ...(postalCodePath === null ? [] : [columnOf(postalCodePath)])];
}

/** `parentaccountid.name` → `name`. */
function columnOf(path: string): string {
  return parsePath(path).column;
}

/** Dataverse compares texts without case. */
function same(value: string | null, wanted: string): boolean {
  return value?.trim().toLowerCase() === wanted.trim().toLowerCase();
}
