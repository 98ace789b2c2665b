import type { GraphQLResult } from 'lightning/graphql';

/** A record in an answer: `{ Id, Name: { value }, Contact: { … } }`; what is hidden or optional may be absent. */
export type GraphNode = Readonly<Record<string, unknown>>;

/** The records of a list in an answer; none when the list is absent. */
export function nodesOf(list: unknown): readonly GraphNode[] {
  const edges = (list as { edges?: readonly { node?: GraphNode | null }[] } | null | undefined)?.edges ?? [];
  return edges.flatMap(({ node }) => (node ? [node] : []));
}

/** The records of an object that a query asked for at its top. */
export function recordsOf(result: GraphQLResult | undefined, object: string): readonly GraphNode[] {
  return nodesOf(result?.data?.uiapi?.query?.[object]);
}

/** The parent record of a node; `null` when it has none or may not be seen. */
export function parentOf(node: GraphNode, name: string): GraphNode | null {
  return (node[name] as GraphNode | null | undefined) ?? null;
}

/** The text of a field; `null` when it is empty or hidden. */
export function textOf(node: GraphNode | null, field: string): string | null {
  const value = valueOf(node, field);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The value of a field; `undefined` when it is hidden. */
export function valueOf(node: GraphNode | null, field: string): unknown {
  return (node?.[field] as { value?: unknown } | null | undefined)?.value;
}
