import type { Person } from '../../core/model/index.ts';
import { USER_COLUMNS, userOf } from './people.ts';
import { isIn, queryPath } from './query.ts';
import type { Row } from './row.ts';

export type Members = readonly [string, Person][];

const MEMBERS = 'teammembership_association';

/** Asks for teams with their members. */
export function teamsPath(teamIds: readonly string[]): string {
  return queryPath('teams', {
    select: ['teamid'],
    expand: new Map([[MEMBERS, USER_COLUMNS]]),
    filter: isIn('teamid', teamIds),
  });
}

/** @param team a row that came for `teamsPath` */
export function membersOf(team: Row): Members {
  const members = team[MEMBERS];
  return Array.isArray(members) ? (members as readonly Row[]).map(userOf) : [];
}
