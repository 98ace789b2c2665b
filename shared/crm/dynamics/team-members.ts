import type { Operation } from './batch-request.ts';
import { type Row, textOf } from './row.ts';
import { type Members, membersOf, teamsPath } from './teams.ts';

/** Who is in the teams that own opportunities. Kept for a while: a change of membership raises no event anyway. */
export interface TeamMembers {
  /** What has to be asked for these teams; nothing while their members are known. */
  missing(teamIds: readonly string[]): readonly Operation[];
  learn(teams: readonly Row[]): void;
  of(teamId: string): Members;
}

const KEPT_MS = 5 * 60_000;

/** @param now milliseconds since 1970 */
export function createTeamMembers(now: () => number): TeamMembers {
  const known = new Map<string, { readonly members: Members; readonly until: number }>();
  return {
    missing(teamIds) {
      const unknown = teamIds.filter((id) => (known.get(id)?.until ?? 0) <= now());
      if (unknown.length === 0) return [];
      return [{ method: 'GET', path: teamsPath(unknown) }];
    },
    learn(teams) {
      for (const team of teams) {
        known.set(textOf(team, 'teamid'), { members: membersOf(team), until: now() + KEPT_MS });
      }
    },
    of: (teamId) => known.get(teamId)?.members ?? [],
  };
}
