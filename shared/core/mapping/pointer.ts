/** JSON pointers (RFC 6901) into plain objects. Only object members are addressed; lists are replaced as a whole. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at the pointer, or `undefined` when any part of the way is absent. */
export function readPointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const step of pointerSteps(pointer)) value = isObject(value) ? value[step] : undefined;
  return value;
}

/** A copy of the document with the value at the pointer; objects on the way are made as needed. */
export function withPointer(
  document: Readonly<Record<string, unknown>>,
  pointer: string,
  value: unknown,
): Record<string, unknown> {
  return put(document, pointerSteps(pointer), value);
}

function put(target: unknown, steps: readonly string[], value: unknown): Record<string, unknown> {
  const [step = '', ...rest] = steps;
  const object = isObject(target) ? target : {};
  return { ...object, [step]: rest.length === 0 ? value : put(object[step], rest, value) };
}
