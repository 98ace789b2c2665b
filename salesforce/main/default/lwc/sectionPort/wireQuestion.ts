import type { GraphQLResult } from 'lightning/graphql';

/**
 * Makes of a reactive wire something that can be asked. Platform wires answer whoever changes their variables; here the answer
 * comes to the promise of the question. One question at a time: an older one that is still open gets no records.
 */
export class WireQuestion<Variables> {
  readonly #ask: (variables: Variables) => void;
  #open: { resolve(result: GraphQLResult): void; reject(reason: unknown): void } | null = null;
  #asked = '';
  #answer: GraphQLResult | null = null;

  /** @param ask sets the variables of the wire */
  constructor(ask: (variables: Variables) => void) {
    this.#ask = ask;
  }

  /** @throws the errors of the answer */
  put(variables: Variables): Promise<GraphQLResult> {
    this.#open?.resolve({});
    this.#open = null;
    const key = JSON.stringify(variables);
    // The same variables again would not wake the wire.
    if (key === this.#asked && this.#answer !== null) return Promise.resolve(this.#answer);
    const answer = new Promise<GraphQLResult>((resolve, reject) => {
      this.#open = { resolve, reject };
    });
    if (key !== this.#asked) {
      this.#asked = key;
      this.#answer = null;
      this.#ask(variables);
    }
    return answer;
  }

  /** What the wire delivered; an empty delivery means that it has only begun to ask. */
  received(result: GraphQLResult): void {
    const { data, errors } = result;
    if (data === undefined && errors === undefined) return;
    this.#answer = data === undefined ? null : result;
    if (data === undefined) this.#asked = '';
    if (data === undefined) this.#open?.reject(errors);
    else this.#open?.resolve(result);
    this.#open = null;
  }
}
