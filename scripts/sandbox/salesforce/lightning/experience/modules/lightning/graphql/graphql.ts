import { GraphQLAdapter } from '../../../lds/graphql.ts';

export { gql } from '../../../lds/graphql.ts';

/** Its results bring their own `refresh`. */
export class graphql extends GraphQLAdapter {
  protected deliver(data: unknown, errors: readonly unknown[] | undefined): void {
    this.emit({ data, errors, refresh: () => this.refresh() });
  }
}
