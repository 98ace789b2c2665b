import type { WrittenPath } from '../core/mapping/crm-paths.ts';
import type { CrmFinding } from './port.ts';

/** Rows of the mapping that are to write what cannot be written; `isReadOnly` is asked for fields of the opportunity itself. */
export function notWritable(
  written: readonly WrittenPath[],
  isReadOnly: (path: string) => boolean,
): readonly CrmFinding[] {
  return written.flatMap(({ field, path }) => {
    const isBehindLookup = path.includes('.');
    if (!isBehindLookup && !isReadOnly(path)) return [];
    const why = isBehindLookup ? 'is a field of another record' : 'cannot be edited';
    return [
      {
        level: 'error',
        subject: path,
        message: `The mapping row ${field} writes to ${path}, which ${why}.`,
        cure: `Switch createInCrm and updateInCrm of mapping.${field} off, map it to another field, or let the integration user edit it.`,
      },
    ];
  });
}
