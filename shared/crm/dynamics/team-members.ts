import type { Person } from '../../core/model/index.ts';
import type { Operation } from './batch-request.ts';
import { USER_COLUMNS, userOf } from './people.ts';
import { isIn, queryPath } from './query.ts';
import { type Row, textOf } from './rows.ts';

export type Members = readonly [string, Person][];

/** Who is in the teams that own opportunities. Kept for a while: a change of membership raises no event anyway. */
export interface TeamMembers {
  /** What has to be asked for these teams; nothing while their members are known. */
  missing(teamIds: readonly string[]): readonly Operation[];
  learn(teams: readonly Row[]): void;
  of(teamId: string): Members;
}

const MEMBERS = 'teammembership_association';
const KEPT_MS = 5 * 60_000;

/** @param now milliseconds since 1970 */
export function createTeamMembers(now: () => number): TeamMembers {
  const known = new Map<string, { readonly members: Members; readonly until: number }>();
  return {
    missing(teamIds) {
      const unknown = teamIds.filter((id) => (known.get(id)?.until ?? 0) <= now());
      if (unknown.length === 0) return [];
      const expand = new Map([[MEMBERS, new Set(USER_COLUMNS)]]);
      const path = queryPath('teams', { select: ['teamid'], expand, filter: isIn('teamid', unknown) });
      return [{ method: 'GET', path }];
    },
    learn(teams) {
      for (const team of teams) {
        const members = team[MEMBERS];
        known.set(textOf(team, 'teamid'), {
          members: Array.isArray(members) ? (members as readonly Row[]).map(userOf) : [],
          until: now() + KEPT_MS,
        });
      }
    },
    of: (teamId) => known.get(teamId)?.members ?? [],
  };
}
