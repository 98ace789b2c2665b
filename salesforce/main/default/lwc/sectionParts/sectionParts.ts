import type { IconName, Intent, Tone, ViewAction } from 'c/syncCore';

/** What the person wants, on its way up through all parts to the section, which lets it out as an event of its own. */
export function tell(element: EventTarget, intent: Intent): void {
  element.dispatchEvent(new CustomEvent('intent', { detail: intent, bubbles: true, composed: true }));
}

/** Something for the one live region of the section. */
export function say(element: EventTarget, text: string): void {
  element.dispatchEvent(new CustomEvent('say', { detail: text, bubbles: true, composed: true }));
}

const ICONS: Readonly<Record<IconName, string>> = {
  none: '',
  clock: 'utility:clock',
  sync: 'utility:sync',
  warning: 'utility:warning',
  error: 'utility:error',
  question: 'utility:question',
  pause: 'utility:pause',
  lock: 'utility:lock',
  unlink: 'utility:unlinked',
  'cloud-off': 'utility:offline',
};

/** The name of the platform's icon; empty for none. */
export function iconOf(icon: IconName): string {
  return ICONS[icon];
}

const TONE_ICONS: Readonly<Record<Tone, { readonly name: string; readonly variant: string }>> = {
  neutral: { name: 'utility:info', variant: '' },
  info: { name: 'utility:info', variant: '' },
  success: { name: 'utility:success', variant: 'success' },
  warning: { name: 'utility:warning', variant: 'warning' },
  error: { name: 'utility:error', variant: 'error' },
};

/** Icon and colour of a tone, for `lightning-icon`. */
export function toneIconOf(tone: Tone): { readonly name: string; readonly variant: string } {
  return TONE_ICONS[tone];
}

/** A template with one placeholder, filled. */
export function fill(template: string, value: string): string {
  return template.replace('{0}', value);
}

/** The label of an action where a reason cannot be shown beside it. */
export function labelOf({ label, disabledBecause }: ViewAction): string {
  return disabledBecause === null ? label : `${label} (${disabledBecause})`;
}
