import { asCosellError } from '../../core/errors/index.ts';
import type { ChangeEvent } from './wire.ts';

/** Hands events over in order, all that have come while the last ones were handled at once. */
export class Inbox {
  /** Resolves with what handling threw; nothing is handled after that. */
  readonly failed: Promise<Error>;
  readonly #fail: (error: Error) => void;
  readonly #handle: (events: readonly ChangeEvent[]) => Promise<void>;
  #waiting: ChangeEvent[] = [];
  #working: Promise<void> | null = null;
  #isClosed = false;

  constructor(handle: (events: readonly ChangeEvent[]) => Promise<void>) {
    this.#handle = handle;
    const { promise, resolve } = Promise.withResolvers<Error>();
    this.failed = promise;
    this.#fail = resolve;
  }

  add(event: ChangeEvent): void {
    if (this.#isClosed) return;
    this.#waiting.push(event);
    this.#working ??= this.#work().finally(() => (this.#working = null));
  }

  /** Waits for what is being handled; the rest is delivered again by the next subscription. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    // The events of one answer arrive one by one: let them all come in.
    await Promise.resolve();
    while (this.#waiting.length > 0 && !this.#isClosed) {
      const events = this.#waiting;
      this.#waiting = [];
      try {
        await this.#handle(events);
      } catch (thrown) {
        this.#isClosed = true;
        this.#fail(asCosellError(thrown));
      }
    }
  }
}
