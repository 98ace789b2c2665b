import type { FieldNode } from 'graphql';
import type { Org, Session } from '../org.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import type { Operation } from './document.ts';

/** What names in a query are looked up in. */
export interface Compiler {
  readonly org: Org;
  readonly session: Session;
  readonly operation: Operation;
  readonly locale: string;
  /** Compiles a list; here, because a record has lists and a list has records. */
  readonly connection: CompileConnection;
}

/** Answers the rows below one row, or all rows of an object. */
export type Connection = (parent: Row | null) => object | null;

/** @param lookup for a list below a record: the field that leads back to it */
export type CompileConnection = (
  compiler: Compiler,
  object: ObjectDefinition,
  node: FieldNode,
  path: readonly string[],
  lookup: string | null,
) => Connection;
