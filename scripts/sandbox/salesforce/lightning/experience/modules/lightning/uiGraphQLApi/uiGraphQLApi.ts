import { GraphQLAdapter } from '../../../lds/graphql.ts';

export { gql } from '../../../lds/graphql.ts';

const refreshes = new WeakMap<object, () => Promise<void>>();

/** The older module: `refreshGraphQL` takes what the wire delivered. */
export class graphql extends GraphQLAdapter {
  protected deliver(data: unknown, errors: readonly unknown[] | undefined): void {
    const result = { data, errors };
    refreshes.set(result, () => this.refresh());
    this.emit(result);
  }
}

export function refreshGraphQL(result: object): Promise<void> {
  return (
    refreshes.get(result)?.() ?? Promise.reject(new TypeError('refreshGraphQL takes the result of a graphql wire.'))
  );
}
