import type { Intent, SectionPort, SectionView } from '../../../shared/section/contract/index.ts';

/** Hands what a person does to the controller. */
export type Dispatch = (intent: Intent) => void;

/** What every part of the section is drawn from. */
export interface PartProps {
  readonly view: SectionView;
  readonly dispatch: Dispatch;
}

/** The solution catalogue, as far as the products picker asks it. */
export type SolutionCatalogue = Pick<SectionPort, 'searchSolutions' | 'solutionsById'>;
