import type { ReferralPatchOperation } from '../model/index.ts';
import { isObject, pointerSteps, readPointer, withPointer } from './pointer.ts';

/**
 * JSON Patch operations that put values at pointers of a document. RFC 6902 `replace` needs an existing member and `add` an
 * existing parent, so a missing parent is added together with its content. Each operation builds on those before it.
 */
export function patchOperations(
  document: Readonly<Record<string, unknown>>,
  writes: readonly (readonly [pointer: string, value: unknown])[],
): readonly ReferralPatchOperation[] {
  let current: Readonly<Record<string, unknown>> = document;
  const operations: ReferralPatchOperation[] = [];
  for (const [pointer, value] of writes) {
    const before = current;
    current = withPointer(current, pointer, value);
    const path = deepestWritable(before, pointer);
    const op = readPointer(before, path) === undefined ? 'add' : 'replace';
    operations.push({ op, path, value: readPointer(current, path) });
  }
  return operations;
}

/** The pointer itself, or its topmost ancestor that is not an object yet. */
function deepestWritable(document: unknown, pointer: string): string {
  const parts = pointer.split('/');
  for (let length = 2; length < parts.length; length++) {
    const ancestor = parts.slice(0, length).join('/');
    if (!isObject(readPointer(document, ancestor))) return ancestor;
  }
  return pointerSteps(pointer).length === 0 ? '' : pointer;
}
