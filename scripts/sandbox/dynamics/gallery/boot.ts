import type { SolutionOption, Texts } from '../../../../shared/section/contract/index.ts';
import type { FormSettings } from '../form/boot.ts';

/** What the gallery starts from. */
export interface GalleryBoot {
  readonly settings: FormSettings;
  readonly texts: Texts;
  readonly solutions: readonly SolutionOption[];
  /** One state only; `null`: all of them. */
  readonly state: string | null;
  /** Opened on every state that is shown; `null`: none. */
  readonly dialog: string | null;
  /** CSS pixels of each section; `null`: as wide as a column of the form. */
  readonly width: number | null;
}
