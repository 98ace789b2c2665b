import type { SyncPolicy } from '../policy/types.ts';
import type { SectionFieldNames } from './section-fields.ts';
import type { CrmValue } from '../model/index.ts';

/**
 * Every opportunity field path that mapping and section name, each once. Contacts and team are not among them: adapters
 * deliver people as `CrmOpportunity.contacts` and `.team`.
 */
export function crmPathsToRead(policy: SyncPolicy): readonly string[] {
  const mapped = policy.mapping.flatMap((row) => Object.values(row.crm).flat());
  return [...new Set<string>([...mapped, ...namesOf(policy.fields)])];
}

function namesOf(fields: SectionFieldNames): readonly string[] {
  return Object.values<string>({ ...fields });
}

/** The first of the paths that holds something; `null` when none does. */
export function firstValue(values: Readonly<Record<string, CrmValue>>, paths: readonly string[] | undefined): CrmValue {
  for (const path of paths ?? []) {
    const value = values[path];
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return null;
}

/** Whether the path is a field of the opportunity itself: only those are written. */
export function isOwnField(path: string): boolean {
  return !path.includes('.');
}
