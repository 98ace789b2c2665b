/** A record as the User Interface API answers it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldRepresentation>>;
  readonly lastModifiedDate: string | null;
  readonly weakEtag: number;
}

export interface FieldRepresentation {
  readonly value: string | number | boolean | null | RecordRepresentation;
  readonly displayValue: string | null;
}

const isRecord = (value: FieldRepresentation['value']): value is RecordRepresentation =>
  typeof value === 'object' && value !== null;

/** The older record with everything that the newer one knows better. */
export function merged(older: RecordRepresentation | undefined, newer: RecordRepresentation): RecordRepresentation {
  if (older?.id !== newer.id) return newer;
  const fields = { ...older.fields };
  for (const [name, field] of Object.entries(newer.fields)) {
    const before = fields[name]?.value ?? null;
    fields[name] = isRecord(field.value) && isRecord(before) ? { ...field, value: merged(before, field.value) } : field;
  }
  return { ...newer, fields };
}

/**
 * The record with these fields only; `null` when one of the required ones is not known.
 * @param required qualified names, `Opportunity.Account.Name`
 */
export function picked(
  record: RecordRepresentation,
  required: readonly string[],
  optional: readonly string[],
): RecordRepresentation | null {
  if (!required.every((name) => fieldAt(record, name) !== undefined)) return null;
  const paths = [...required, ...optional].filter((name) => fieldAt(record, name) !== undefined);
  return narrowed(
    record,
    paths.map((name) => name.split('.').slice(1)),
  );
}

function narrowed(record: RecordRepresentation, paths: readonly (readonly string[])[]): RecordRepresentation {
  const fields: Record<string, FieldRepresentation> = {};
  for (const name of new Set(paths.map(([first = '']) => first))) {
    const field = record.fields[name];
    if (!field) continue;
    const below = paths.filter(([first, ...rest]) => first === name && rest.length > 0).map(([, ...rest]) => rest);
    fields[name] = isRecord(field.value) ? { ...field, value: narrowed(field.value, below) } : field;
  }
  return { ...record, fields };
}

/** The field at a qualified name; an empty look-up on the way is known, too: it has no value. */
export function fieldAt(record: RecordRepresentation, qualifiedName: string): FieldRepresentation | undefined {
  let current: RecordRepresentation = record;
  const [, ...path] = qualifiedName.split('.');
  for (const [index, name] of path.entries()) {
    const field = current.fields[name];
    if (!field || index === path.length - 1) return field;
    if (!isRecord(field.value)) return field.value === null ? field : undefined;
    current = field.value;
  }
  return undefined;
}
