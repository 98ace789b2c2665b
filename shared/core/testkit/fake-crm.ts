import type { CrmKind, CrmOpportunity, CrmUser, CrmValue, Person, TeamChanges } from '../index.ts';
import Big from 'big.js';
import { opportunityOf, valuesOf, type Draft, type People } from './opportunities.ts';

/** How a CRM changes what it stores. */
export interface CrmHabits {
  /** Decimals of the amount field. */
  readonly decimals: number;
  /** Longest description it keeps. */
  readonly notesLength: number;
}

/** Users of the CRM, as it calls them itself. */
const USERS: readonly Person[] = ['kim', 'jo', 'lee', 'sam'].map((first) => ({
  firstName: first,
  lastName: 'User',
  email: `${first}@woodgrove.example`,
  phone: '7',
}));

/** One opportunity in memory that stores like the real CRM: rounded amounts, cut texts, derived stage flags. */
export function createFakeCrm(crm: CrmKind, habits: CrmHabits, clock: () => string) {
  let opportunity = opportunityOf(crm);
  let version = 1;
  const save = (values: Readonly<Record<string, CrmValue>>, people: Partial<People> = {}): void => {
    version += 1;
    const merged = { ...opportunity.values, ...values };
    opportunity = {
      ...opportunity,
      ...people,
      version: String(version),
      modifiedAt: clock(),
      values: keep(crm, merged, habits),
    };
  };
  return {
    /** The owner cannot be taken out of the team. */
    read: (): CrmOpportunity => ({
      ...opportunity,
      memberships: opportunity.team.slice(1).map(({ email }) => ({ id: `row of ${email}`, email: email ?? '' })),
    }),
    findUsers: (emails: readonly string[]): readonly CrmUser[] =>
      USERS.filter(({ email }) => emails.some((wanted) => wanted.toLowerCase() === email)).map(({ email }) => ({
        id: `id of ${email}`,
        email: email ?? '',
      })),
    /** A person's edit. */
    edit(draft: Partial<Draft>, people: Partial<People> = {}): void {
      save(valuesOf(crm, draft), people);
    },
    /** What a plan says. */
    write(values: Readonly<Record<string, CrmValue>>, changes: TeamChanges | null = null): void {
      const behind = Object.keys(values).find((path) => path.includes('.') && !path.endsWith('.isocurrencycode'));
      if (behind !== undefined) throw new Error(`${behind} is behind a lookup.`);
      save(values, changes === null ? {} : { team: changedTeam(opportunity.team, changes) });
    },
  };
}

function changedTeam(team: readonly Person[], { add, remove }: TeamChanges): readonly Person[] {
  const joining = USERS.filter(({ email }) => add.includes(`id of ${email}`));
  if (joining.length < add.length) throw new Error('Somebody who is to join is no user.');
  const stays = team.filter(({ email }, index) => index === 0 || !remove.includes(`row of ${email}`));
  if (stays.length > team.length - remove.length) throw new Error('Somebody who is to leave has no row.');
  return [...stays, ...joining];
}

function keep(crm: CrmKind, values: Readonly<Record<string, CrmValue>>, habits: CrmHabits): Record<string, CrmValue> {
  const amount = crm === 'salesforce' ? 'Amount' : 'estimatedvalue';
  const notes = crm === 'salesforce' ? 'Description' : 'description';
  const money = values[amount];
  const text = values[notes];
  return {
    ...values,
    ...(typeof money === 'string' ? { [amount]: new Big(money).round(habits.decimals).toFixed() } : {}),
    ...(typeof text === 'string' ? { [notes]: text.slice(0, habits.notesLength) } : {}),
    ...(crm === 'salesforce' ? stageFlags(values.StageName) : {}),
  };
}

function stageFlags(stage: CrmValue | undefined): Record<string, CrmValue> {
  return { IsClosed: stage === 'Closed Won' || stage === 'Closed Lost', IsWon: stage === 'Closed Won' };
}
