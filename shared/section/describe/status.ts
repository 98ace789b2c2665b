import type { IconName, SectionStateName, SectionView, Tone } from '../contract/index.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

/**
 * Icon and tone of each state. "In sync" and "failed" carry their mark in the word itself, which is also the picklist's label, so they
 * have no second one.
 */
const LOOKS = {
  loading: ['none', 'neutral'],
  'load-failed': ['error', 'error'],
  'not-set-up': ['none', 'neutral'],
  'no-permission': ['lock', 'neutral'],
  'connection-lost': ['cloud-off', 'warning'],
  offline: ['cloud-off', 'warning'],
  unsaved: ['none', 'neutral'],
  'not-shared': ['none', 'neutral'],
  'not-ready': ['warning', 'warning'],
  'will-share': ['clock', 'info'],
  sending: ['sync', 'info'],
  'waiting-for-microsoft': ['clock', 'info'],
  'answer-needed': ['question', 'warning'],
  'in-sync': ['none', 'success'],
  'change-waiting': ['clock', 'info'],
  conflict: ['warning', 'warning'],
  retrying: ['sync', 'warning'],
  failed: ['none', 'error'],
  'failed-admin': ['error', 'error'],
  stalled: ['clock', 'warning'],
  paused: ['pause', 'neutral'],
  closed: ['lock', 'neutral'],
  unlinked: ['unlink', 'error'],
} as const satisfies Record<SectionStateName, readonly [IconName, Tone]>;

/** The tone of the badge is also that of the message. */
export function toneOf(name: SectionStateName): Tone {
  return LOOKS[name][1];
}

export function statusOf({ text }: Telling, name: SectionStateName): SectionView['status'] {
  const [icon, tone] = LOOKS[name];
  return { icon, tone, label: text(`status_${keyPart(name)}`) };
}
