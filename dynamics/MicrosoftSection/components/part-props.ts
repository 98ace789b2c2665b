import type { Intent, SectionView, SolutionOption } from '../../../shared/section/contract/index.ts';

/** Hands what a person does to the controller. */
export type Dispatch = (intent: Intent) => void;

/** What every part of the section is drawn from. */
export interface PartProps {
  readonly view: SectionView;
  readonly dispatch: Dispatch;
}

/** The solution catalogue, as far as the products picker asks it. */
export interface SolutionCatalogue {
  search(text: string): Promise<readonly SolutionOption[]>;
  /** Names for ids that are chosen already; unknown ids are simply missing. */
  byId(ids: readonly string[]): Promise<readonly SolutionOption[]>;
}
