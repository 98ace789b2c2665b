import { z } from 'zod';
import { mappingRow, partnerCenterPolicy, policyOfCrm, type CrmConfig } from './schema.ts';

/** What the policy of a CRM is built from. */
export type PolicyPart = Pick<CrmConfig, 'name' | 'kind' | keyof typeof policyOfCrm>;

export interface Readable {
  readonly partnerCenter: { readonly timeZone: string; readonly referralLink: string };
  /** In the order of the file; `null` for one whose kind is not known. */
  readonly crms: readonly (PolicyPart | null)[];
}

const record = z.record(z.string(), z.unknown()).catch({});
const rows = record.transform((all) => Object.fromEntries(Object.entries(all).filter(([, row]) => isRow(row))));
const isRow = (row: unknown): boolean => mappingRow.safeParse(row).success;

/** Of a file with wrong keys, what can be understood of the policies; everything else has its default. */
export function readable(content: unknown): Readable {
  const { partnerCenter, crms } = record.parse(content);
  return {
    partnerCenter: understood(partnerCenterPolicy, record.parse(partnerCenter)) as Readable['partnerCenter'],
    crms: z.array(record).catch([]).parse(crms).map(policyPart),
  };
}

function policyPart(crm: Readonly<Record<string, unknown>>, index: number): PolicyPart | null {
  const kind = z.enum(['salesforce', 'dynamics']).safeParse(crm.kind);
  if (!kind.success) return null;
  const mapping = rows.parse(crm.mapping);
  return { name: String(index), kind: kind.data, ...understood(policyOfCrm, { ...crm, mapping }) } as PolicyPart;
}

/** Each key by itself: as it is given where that is right, else its default. */
function understood(shape: Readonly<Record<string, z.ZodType>>, given: Readonly<Record<string, unknown>>): object {
  const entries = Object.entries(shape).map(([key, schema]) => {
    const read = schema.safeParse(given[key]);
    return [key, read.success ? read.data : schema.parse(undefined)];
  });
  return Object.fromEntries(entries) as object;
}
