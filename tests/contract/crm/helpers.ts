import { CosellError } from '../../../shared/core/errors/index.ts';
import type { ChangeHint } from '../../../shared/crm/port.ts';
import type { CrmWorld, LoggedCall } from './world.ts';

/** Waits for a state, never for a time; fails with what was missing. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined> | T | undefined,
  withinMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Gave up waiting for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let made = 0;

/** A name that no other test uses. */
export function unique(word: string): string {
  made += 1;
  return `${word} ${process.pid}-${made}`;
}

/** What the action cost in CRM calls. */
export async function callsOf(world: CrmWorld, action: () => Promise<unknown>): Promise<readonly LoggedCall[]> {
  await world.clearCalls();
  await action();
  return world.calls();
}

/** The CosellError that the action is expected to throw. */
export async function failureOf(action: () => Promise<unknown>): Promise<CosellError> {
  try {
    await action();
  } catch (thrown) {
    if (thrown instanceof CosellError) return thrown;
    throw thrown;
  }
  throw new Error('Expected a failure, but the call succeeded.');
}

/** Collects what is delivered, with the last position. */
export class HintCollector {
  readonly hints: ChangeHint[] = [];
  readonly gaps: string[] = [];
  position: string | null = null;

  readonly handlers = {
    onHints: (hints: readonly ChangeHint[], position: string | null): Promise<void> => {
      this.hints.push(...hints);
      this.position = position ?? this.position;
      return Promise.resolve();
    },
    onGap: (reason: string): void => {
      this.gaps.push(reason);
    },
  };

  has(opportunityId: string): boolean {
    return this.hints.some((hint) => hint.opportunityId === opportunityId);
  }

  /** Waits until a hint names this opportunity. */
  async waitFor(opportunityId: string): Promise<void> {
    await eventually(`a hint on ${opportunityId}`, () => (this.has(opportunityId) ? true : undefined));
  }
}

/** Every hint of a catch-up and its cursors in order. */
export async function drain(pages: AsyncIterable<{ hints: readonly ChangeHint[]; cursor: string }>) {
  const hints: ChangeHint[] = [];
  const cursors: string[] = [];
  for await (const page of pages) {
    hints.push(...page.hints);
    cursors.push(page.cursor);
  }
  return { hints, cursors, cursor: cursors.at(-1) ?? null };
}
