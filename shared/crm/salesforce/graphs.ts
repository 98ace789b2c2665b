import type { CompositeSubrequest } from './wire.ts';

/** developer.salesforce.com, REST API Developer Guide, "Composite Graph Limits". */
const GRAPHS_PER_CALL = 75;
const NODES_PER_CALL = 500;

/** Subrequests that take effect together or not at all; `index` says for which item of a batch. */
export interface Graph {
  readonly index: number;
  readonly nodes: readonly CompositeSubrequest[];
}

/** As many to a call as it takes. */
export function parted(graphs: readonly Graph[]): readonly (readonly Graph[])[] {
  const calls: Graph[][] = [];
  let size = 0;
  for (const graph of graphs) {
    const current = calls.at(-1);
    size += graph.nodes.length;
    if (current && current.length < GRAPHS_PER_CALL && size <= NODES_PER_CALL) current.push(graph);
    else {
      calls.push([graph]);
      size = graph.nodes.length;
    }
  }
  return calls;
}
