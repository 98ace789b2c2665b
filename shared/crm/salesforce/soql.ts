const NAME = /^[A-Za-z]\w*$/;
const ID = /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/;

/** Whether this can be a record id at all: 15 characters, or 18 with the check sum. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** The part of an id that names the record, the same in its short and its long form. */
export function idKey(id: string): string {
  return id.slice(0, 15);
}

/** `'id','id',…` for an IN clause; what cannot be an id is left out. */
export function idList(ids: readonly string[]): string {
  return ids
    .filter(isId)
    .map((id) => `'${id}'`)
    .join(',');
}

/**
 * `'text','text',…` for an IN clause, each once.
 * developer.salesforce.com, SOQL and SOSL Reference, "Quoted String Escape Sequences"
 */
export function textList(texts: readonly string[]): string {
  return [...new Set(texts)]
    .map((text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll(/\s+/g, ' ')}'`)
    .join(',');
}

/** The names of a field path such as `Account.BillingCountry`; `null` when it is none. */
export function namesOf(path: string): readonly string[] | null {
  const names = path.split('.');
  return names.length <= 6 && names.every((name) => NAME.test(name)) ? names : null;
}

/** Opportunities that the connector looks after: sync is on, or they have a referral. `prefix` ends with a dot. */
export function relevant(fields: { readonly sync: string; readonly referralId: string }, prefix = ''): string {
  return `(${prefix}${fields.sync} = true OR ${prefix}${fields.referralId} != null)`;
}

/** The columns and child lists of the opportunity read. */
export interface OpportunityColumns {
  /** Field paths in Salesforce's own spelling. */
  readonly paths: readonly string[];
  /** Team selling is switched on in the org. */
  readonly hasTeam: boolean;
}

const PERSON = ['FirstName', 'LastName', 'Email', 'Phone'];
const ALWAYS = ['Id', 'AccountId', 'SystemModstamp', 'LastModifiedDate', ...PERSON.map((name) => `Owner.${name}`)];
const CONTACTS = `(SELECT ContactId, ${personOf('Contact')} FROM OpportunityContactRoles ORDER BY IsPrimary DESC, CreatedDate, Id)`;
const TEAM = `(SELECT Id, UserId, ${personOf('User')} FROM OpportunityTeamMembers ORDER BY CreatedDate, Id)`;

function personOf(relationship: string): string {
  return PERSON.map((name) => `${relationship}.${name}`).join(', ');
}

/** Opportunities with account, owner, contacts (the primary one first) and team. */
export function opportunityQuery({ paths, hasTeam }: OpportunityColumns, ids: readonly string[]): string {
  const columns = [...new Set([...ALWAYS, ...paths]), CONTACTS, ...(hasTeam ? [TEAM] : [])];
  return `SELECT ${columns.join(', ')} FROM Opportunity WHERE Id IN (${idList(ids)})`;
}

/**
 * Accounts with their contacts, of which two are enough to know whether there is only one: LIMIT in a subquery counts for each
 * parent, so that an account of thousands brings no more than one of two.
 * developer.salesforce.com, SOQL and SOSL Reference, "Relationship Queries"
 */
export function accountContactsQuery(accountIds: readonly string[]): string {
  return `SELECT Id, (SELECT ${PERSON.join(', ')} FROM Contacts LIMIT 2) FROM Account WHERE Id IN (${idList(accountIds)})`;
}
