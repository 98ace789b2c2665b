import { createPermissions } from './access/permissions.ts';
import type { CommitContext, Org, OrgUser } from './org.ts';
import { formatDateTime } from './records/dates.ts';
import { createRecordFaults } from './records/record-faults.ts';
import { PEOPLE, type SamplePerson, SELLER_CLIENT, emailOf } from './sample-data/people.ts';
import { seed } from './sample-data/seed.ts';
import { loadSchema } from './schema/load-schema.ts';
import { requireObject } from './schema/lookup.ts';
import type { FieldValue } from './schema/types.ts';
import { createIdSource } from './store/ids.ts';
import { type RowChange, type Store, createStore } from './store/store.ts';

export interface OrgOptions {
  /** Whether the org has several currencies (and so the field CurrencyIsoCode). */
  readonly multiCurrency: boolean;
  /** Whether the org has team selling switched on (and so the object OpportunityTeamMember). */
  readonly opportunityTeams: boolean;
  readonly now: () => number;
  /** Called after each transaction with what it changed; not for sample data. */
  readonly onCommit: (changes: readonly RowChange[], context: CommitContext) => void;
}

/** The org with its people, and the way back to the sample data. */
export interface SampleOrg {
  readonly org: Org;
  readonly userOfClient: (clientId: string) => OrgUser | undefined;
  readonly reset: () => void;
}

export function createSampleOrg({ multiCurrency, opportunityTeams, now, onCommit }: OrgOptions): SampleOrg {
  const schema = loadSchema({ multiCurrency, opportunityTeams });
  let context: CommitContext | null = null;
  let users: { readonly clientId: string; readonly user: OrgUser }[] = [];
  let newId = createIdSource();
  let organizationId = '';
  let apiCalls = 0;

  const store: Store = createStore(schema, (changes) => {
    if (context) onCommit(changes, context);
  });

  const org: Org = {
    schema,
    store,
    recordFaults: createRecordFaults(),
    newId: (keyPrefix) => newId(keyPrefix),
    organizationId: () => organizationId,
    userById: (id) => users.find(({ user }) => user.id === id)?.user,
    apiUsage: { used: () => apiCalls, count: () => (apiCalls += 1) },
    now,
    commit(wanted, work) {
      const outer = context;
      context ??= wanted;
      try {
        return store.transaction(work);
      } finally {
        context = outer;
      }
    },
  };

  const put = (name: string, values: Readonly<Record<string, FieldValue>>, by: string | null): string => {
    const object = requireObject(schema, name);
    const { id } = newId(object.keyPrefix);
    const time = formatDateTime(now());
    const author = by ?? id;
    store.put(object, {
      ...Object.fromEntries([...object.fields.values()].map((field) => [field.name, field.defaultValue])),
      ...values,
      Id: id,
      CreatedDate: time,
      LastModifiedDate: time,
      SystemModstamp: time,
      CreatedById: author,
      LastModifiedById: author,
    });
    return id;
  };

  const addPerson = (person: SamplePerson, permissionSets: ReadonlyMap<string, string>): void => {
    const email = emailOf(person);
    const id = put('User', userValues(person, email), null);
    const sets = person.permissionSets
      .map((name) => schema.permissionSets.get(name))
      .filter((set) => set !== undefined);
    const permissions = createPermissions(person.profile, sets, requireObject(schema, 'Opportunity'));
    const customPermissions = sets.flatMap((set) => set.customPermissions);
    users.push({ clientId: person.clientId, user: { id, username: email, permissions, customPermissions } });
    for (const { name } of sets) {
      put('PermissionSetAssignment', { AssigneeId: id, PermissionSetId: permissionSets.get(name) ?? null }, id);
    }
  };

  const fill = (): void => {
    users = [];
    newId = createIdSource();
    organizationId = put('Organization', ORGANIZATION, null);
    const sets = new Map(
      [...schema.permissionSets.values()].map(({ name, label }) => [
        name,
        put('PermissionSet', { Name: name, Label: label }, null),
      ]),
    );
    for (const person of PEOPLE) addPerson(person, sets);
    seed(org, { integration: userAt('sandbox'), seller: userAt(SELLER_CLIENT), colleague: userAt('colleague') });
  };

  const userAt = (clientId: string): OrgUser => {
    const found = users.find((entry) => entry.clientId === clientId);
    if (!found) throw new Error(`The sample people lack ${clientId}.`);
    return found.user;
  };

  const reset = (): void => {
    org.recordFaults.clear();
    store.clear();
    store.transaction(fill);
  };
  reset();
  return { org, reset, userOfClient: (clientId) => users.find((entry) => entry.clientId === clientId)?.user };
}

const TITLES = {
  'Standard User': 'Account Executive',
  'System Administrator': 'CRM Administrator',
  'Minimum Access - API Only Integrations': null,
};

const ORGANIZATION = {
  Name: 'Northwind Cloud Partners',
  InstanceName: 'SBX1',
  IsSandbox: true,
  OrganizationType: 'Enterprise Edition',
} as const;

const userValues = ({ firstName, lastName, profile, inactive }: SamplePerson, email: string) => ({
  Username: email,
  Email: email,
  FirstName: firstName,
  LastName: lastName,
  Name: `${firstName} ${lastName}`,
  Alias: `${firstName.slice(0, 1)}${lastName.slice(0, 7)}`.toLowerCase(),
  Title: TITLES[profile],
  IsActive: inactive !== true,
  UserType: 'Standard',
  TimeZoneSidKey: 'GMT',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
});
