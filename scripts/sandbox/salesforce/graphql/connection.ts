import type { FieldNode } from 'graphql';
import { SalesforceError } from '../errors.ts';
import { executeQuery } from '../soql/execute.ts';
import type { ObjectDefinition } from '../schema/types.ts';
import type { Row } from '../store/store.ts';
import { BadArgument, quoted, soqlCondition, soqlOrder } from './conditions.ts';
import { fetchError, validationError } from './errors.ts';
import type { CompileConnection, Compiler } from './compiler.ts';
import { compileNode } from './node.ts';
import { type Readers, compileFields, readAll } from './readers.ts';

interface Page {
  readonly rows: readonly Row[];
  readonly offset: number;
  readonly total: number;
}

const ARGUMENTS = new Set(['where', 'orderBy', 'first', 'after', 'upperBound']);
const USUAL_PAGE = 10;
const LARGEST_PAGE = 2000;

/** A list of records as a connection. https://developer.salesforce.com/docs/platform/graphql/guide/query-records.html */
export const compileConnection: CompileConnection = (compiler, object, node, path, lookup) => {
  const { org, session, operation } = compiler;
  const given = operation.argumentsOf(node);
  for (const name of given.keys()) {
    if (!ARGUMENTS.has(name))
      operation.errors.push(validationError('UnknownArgument', `Unknown field argument ${name}`, node, path));
  }
  const query = compileQuery(compiler, object, node, path);
  const shape = compileShape(compiler, object, node, path);
  const offset = offsetOf(given.get('after'));
  const first = Number(given.get('first') ?? USUAL_PAGE);

  return (parent) => {
    try {
      if (!(first >= 1 && first <= LARGEST_PAGE)) {
        throw new SalesforceError('INVALID_ARGUMENT', `The first argument must be from 1 to ${LARGEST_PAGE}.`);
      }
      const { records } = executeQuery(
        org,
        session.user,
        query(parent && lookup ? `${lookup} = ${quoted(parent.Id)}` : null),
        session,
      );
      const rows = (records as readonly { Id: string }[]).flatMap(({ Id }) => org.store.get(object, Id) ?? []);
      return readAll(shape, { rows: rows.slice(offset, offset + first), offset, total: rows.length });
    } catch (error) {
      if (!(error instanceof SalesforceError)) throw error;
      operation.errors.push(fetchError(error.message, node, path));
      return null;
    }
  };
};

function compileQuery(
  { org, session, operation }: Compiler,
  object: ObjectDefinition,
  node: FieldNode,
  path: readonly string[],
): (below: string | null) => string {
  const given = operation.argumentsOf(node);
  const names = { org, user: session.user };
  try {
    const condition = soqlCondition(names, object, given.get('where'));
    const order = soqlOrder(names, object, given.get('orderBy'));
    return (below) => {
      const conditions = [below, condition].filter((part) => part !== null);
      const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
      return `SELECT Id FROM ${object.name}${where}${order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''}`;
    };
  } catch (error) {
    if (!(error instanceof BadArgument)) throw error;
    operation.errors.push(validationError('WrongType', error.message, node, path));
    return () => '';
  }
}

function compileShape(
  compiler: Compiler,
  object: ObjectDefinition,
  node: FieldNode,
  path: readonly string[],
): Readers<Page> {
  const type = `${object.name}Connection`;
  return compileFields<Page>(compiler.operation, node, type, path, (field, inner) => {
    switch (field.name.value) {
      case 'edges':
        return compileEdges(compiler, object, field, inner);
      case 'pageInfo':
        return compilePageInfo(compiler, field, inner);
      case 'totalCount':
        return ({ total }) => total;
      case 'pageResultCount':
        return ({ rows }) => rows.length;
      default:
        return null;
    }
  });
}

function compileEdges(compiler: Compiler, object: ObjectDefinition, node: FieldNode, path: readonly string[]) {
  interface Edge {
    readonly row: Row;
    readonly position: number;
  }
  const edge = compileFields<Edge>(compiler.operation, node, `${object.name}Edge`, path, (field, inner) => {
    if (field.name.value === 'cursor') return ({ position }) => cursorOf(position);
    if (field.name.value !== 'node') return null;
    const readers = compileNode(compiler, object, field, inner);
    return ({ row }) => readAll(readers, row);
  });
  return ({ rows, offset }: Page) => rows.map((row, index) => readAll(edge, { row, position: offset + index }));
}

function compilePageInfo({ operation }: Compiler, node: FieldNode, path: readonly string[]) {
  const readers = compileFields<Page>(operation, node, 'PageInfo', path, (field) => {
    switch (field.name.value) {
      case 'hasNextPage':
        return ({ rows, offset, total }) => offset + rows.length < total;
      case 'hasPreviousPage':
        return ({ offset }) => offset > 0;
      case 'startCursor':
        return ({ rows, offset }) => (rows.length === 0 ? null : cursorOf(offset));
      case 'endCursor':
        return ({ rows, offset }) => (rows.length === 0 ? null : cursorOf(offset + rows.length - 1));
      default:
        return null;
    }
  });
  return (page: Page) => readAll(readers, page);
}

const cursorOf = (position: number): string => Buffer.from(`v1:${position + 1}`).toString('base64');

function offsetOf(after: unknown): number {
  const [, position] =
    /^v1:(\d+)$/.exec(Buffer.from(typeof after === 'string' ? after : '', 'base64').toString()) ?? [];
  return Number(position ?? 0);
}
