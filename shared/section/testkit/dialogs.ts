import { choiceToCrm } from '../../core/mapping/choices.ts';
import type { CrmKind } from '../../core/model/index.ts';
import type { Dialog, DialogView } from '../contract/index.ts';

/** A dialog of each kind as it is when it opens. */
export function sampleDialogs(crm: CrmKind): Readonly<Record<DialogView['kind'], Dialog>> {
  return {
    preview: { kind: 'preview' },
    'confirm-visible': { kind: 'confirm-visible' },
    'confirm-help': { kind: 'confirm-help', value: choiceToCrm(crm, 'help', 'ProofOfConceptOrDemo') },
    accept: { kind: 'accept' },
    decline: { kind: 'decline', reason: '' },
    link: { kind: 'link', reason: '' },
    pause: { kind: 'pause' },
    history: { kind: 'history' },
  };
}
