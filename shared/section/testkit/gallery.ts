import type { CrmKind } from '../../core/model/index.ts';
import type { SectionState } from '../contract/index.ts';
import { sampleDialogs } from './dialogs.ts';
import { sectionStates, troubleStates } from './states.ts';

/**
 * What a gallery shows: every state, then what goes wrong as `trouble-…`, because two of those are also names of states.
 * @param only one of these names; `null` for all
 * @param dialog kind of the dialog that is open in all of them
 */
export function galleryStates(
  crm: CrmKind,
  only: string | null,
  dialog: string | null,
): readonly (readonly [name: string, state: SectionState])[] {
  const troubles = Object.entries(troubleStates(crm)).map(([name, state]) => [`trouble-${name}`, state] as const);
  const open = Object.entries(sampleDialogs(crm)).find(([kind]) => kind === dialog)?.[1] ?? null;
  return [...Object.entries(sectionStates(crm)), ...troubles]
    .filter(([name]) => only === null || name === only)
    .map(([name, state]) => [name, open === null ? state : { ...state, dialog: open }] as const);
}
