import { SAMPLE_SOLUTIONS } from '../sample-data/solutions.ts';
import { PARTNER } from './conventions.ts';

/** A solution that a referral may name. */
export interface CatalogueSolution {
  readonly id: string;
  readonly name: string;
  readonly type: 'Name' | 'Category';
  readonly publisherName: string;
  /** `3P` is the partner's own, `1P` is Microsoft's. */
  readonly solutionType: '3P' | '1P';
}

/**
 * The partner's co-sell solutions and Microsoft's own products that the sandbox knows. The ids of the published samples
 * (`reference/samples`) are among them, so that those bodies work here.
 */
export const CATALOGUE: readonly CatalogueSolution[] = [
  ...SAMPLE_SOLUTIONS.map(({ id, name, type, publisher }): CatalogueSolution => ({
    id,
    name,
    type: 'Name',
    publisherName: publisher,
    solutionType: type,
  })),
  { id: 'SOL-34104-EBB', name: 'Field Crew Planner', type: 'Name', publisherName: PARTNER.name, solutionType: '3P' },
  microsoft('SOL-Microsoft365', 'Microsoft 365'),
  microsoft('0f4b8a52-7d1e-4c39-a6f5-2b9de0c7a113', 'Azure Virtual Machines'),
  microsoft('3c9e6d71-58b2-4fa0-9e14-71d0a8c45b26', 'Azure OpenAI Service'),
  microsoft('7ab1f2e8-0c64-4d97-b5a3-e6f18d92c047', 'Dynamics 365 Sales'),
  microsoft('b82d05c4-91fe-4e6b-8a70-4d3c6f5e1298', 'Microsoft Fabric'),
  microsoft('d5e70a9b-2f83-4b1c-96d8-0a7c3e4f6b51', 'Microsoft Sentinel'),
  { ...microsoft('Dynamics365forFieldService', 'Dynamics 365 for Field Service'), type: 'Category' },
];

const BY_ID = new Map(CATALOGUE.map((solution) => [solution.id.toLowerCase(), solution]));

/** Ids are compared without regard to case. */
export function findSolution(id: string): CatalogueSolution | undefined {
  return BY_ID.get(id.toLowerCase());
}

function microsoft(id: string, name: string): CatalogueSolution {
  return { id, name, type: 'Name', publisherName: 'Microsoft', solutionType: '1P' };
}
