import { freeze } from './http.ts';

/** The part of a wire adapter that does not depend on what it reads. */
export abstract class Adapter<Config extends object> {
  readonly #callback: (value: unknown) => void;
  #last = '';
  #connected = false;
  #config: Partial<Config> | null = null;

  constructor(callback: (value: unknown) => void) {
    this.#callback = callback;
  }

  connect(): void {
    this.#connected = true;
    if (this.#config) this.started(this.#config);
  }

  disconnect(): void {
    this.#connected = false;
    this.stopped();
  }

  update(config: Partial<Config>): void {
    this.#config = config;
    if (this.#connected) this.started(config);
  }

  /** Begins to read; does nothing while the configuration is not complete. */
  protected abstract started(config: Partial<Config>): void;
  protected abstract stopped(): void;

  /** Delivers a value, unless it is what was delivered last. */
  protected emit(value: object): void {
    const key = JSON.stringify(value);
    if (!this.#connected || key === this.#last) return;
    this.#last = key;
    this.#callback(freeze(value));
  }
}
