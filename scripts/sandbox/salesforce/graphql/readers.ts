import type { FieldNode, OperationDefinitionNode } from 'graphql';
import type { Operation } from './document.ts';
import { validationError } from './errors.ts';

/** What to read of a source, by the key under which the answer has it. */
export type Readers<Source> = ReadonlyMap<string, (source: Source) => unknown>;

type Compile<Source> = (field: FieldNode, path: readonly string[]) => ((source: Source) => unknown) | null;

/** Compiles the fields below `node`; those that `compile` does not know become validation errors. */
export function compileFields<Source>(
  operation: Operation,
  node: FieldNode | OperationDefinitionNode,
  type: string,
  path: readonly string[],
  compile: Compile<Source>,
): Readers<Source> {
  const readers = new Map<string, (source: Source) => unknown>();
  if (!node.selectionSet) {
    const message = `Subselection required for type '${type}' of field '${node.name?.value ?? ''}'`;
    operation.errors.push(validationError('SubselectionRequired', message, node, path));
  }
  for (const field of operation.fieldsOf(node.selectionSet)) {
    const name = field.name.value;
    const key = field.alias?.value ?? name;
    const inner = [...path, name];
    const reader = name === '__typename' ? () => type : compile(field, inner);
    if (reader) readers.set(key, reader);
    else if (!field.directives?.some((directive) => directive.name.value === 'optional')) {
      const message = `Field '${name}' in type '${type}' is undefined`;
      operation.errors.push(validationError('FieldUndefined', message, field, inner));
    }
  }
  return readers;
}

export function readAll<Source>(readers: Readers<Source>, source: Source): Record<string, unknown> {
  return Object.fromEntries([...readers].map(([key, read]) => [key, read(source)]));
}
