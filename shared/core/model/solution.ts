import type { Solution } from './deal.ts';
import { normalText } from './text.ts';

const CO_SELL = /^SOL-\d+-[A-Z]+$/;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What makes two solutions the same. */
export function solutionKey(solution: Solution): string {
  return solution.id.toLowerCase();
}

/** Co-sell ids are written in capitals; every other id keeps its spelling. */
export function normalSolutionId(id: string): string {
  return /^sol-/i.test(id) ? id.toUpperCase() : id;
}

/** Whether the id is a co-sell solution's (`SOL-12345-ABC`), as opposed to one of Microsoft's own (GUID). */
export function isCoSellSolution(id: string): boolean {
  return CO_SELL.test(id);
}

/** Whether Partner Center can know the id: `SOL-digits-LETTERS`, a GUID, or the administrator's own pattern. */
export function isSolutionId(id: string, extraPattern: string | null): boolean {
  return CO_SELL.test(id) || GUID.test(id) || (extraPattern !== null && new RegExp(`^(?:${extraPattern})$`).test(id));
}

/** Solution ids in a CRM text field, separated by comma, semicolon, space or line end. */
export function parseSolutions(text: string | null): readonly Solution[] {
  return uniqueSolutions((text ?? '').split(/[,;\s]+/).map((id) => ({ id, name: null })));
}

/** Normal ids, without empty and repeated ones. */
export function uniqueSolutions(solutions: readonly Solution[]): readonly Solution[] {
  const byKey = new Map<string, Solution>();
  for (const { id, name } of solutions) {
    const solution = { id: normalSolutionId(id.trim()), name: normalText(name) };
    if (solution.id !== '' && !byKey.has(solutionKey(solution))) byKey.set(solutionKey(solution), solution);
  }
  return [...byKey.values()];
}
