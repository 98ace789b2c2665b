import type { Tone, ViewAction } from '../../contract/index.ts';
import type { Telling } from '../telling.ts';

/** What a state says. Tone and title are those of the state where they are left out. */
export interface Sketch {
  readonly text: string;
  readonly tone?: Tone;
  readonly title?: string;
  readonly action?: ViewAction | null;
  readonly secondary?: ViewAction | null;
  readonly technical?: readonly string[];
}

export type Tell = (telling: Telling) => Sketch;
