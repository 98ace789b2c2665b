import type { CrmValue, IsoInstant } from '../../core/model/index.ts';
import type { EditableField } from './state.ts';

/** The states of the checklist (docs/sellers.md has the table); each has its texts, its action, its test and its screenshot. */
export const SECTION_STATES = [
  'loading',
  'load-failed',
  'not-set-up',
  'no-permission',
  'connection-lost',
  'offline',
  'unsaved',
  'not-shared',
  'not-ready',
  'will-share',
  'sending',
  'waiting-for-microsoft',
  'answer-needed',
  'in-sync',
  'change-waiting',
  'conflict',
  'retrying',
  'failed',
  'failed-admin',
  'stalled',
  'paused',
  'closed',
  'unlinked',
] as const;
export type SectionStateName = (typeof SECTION_STATES)[number];

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';
/** Names of our own; each platform maps them to its icon set. */
export type IconName =
  'none' | 'clock' | 'sync' | 'warning' | 'error' | 'question' | 'pause' | 'lock' | 'unlink' | 'cloud-off';

/** Everything a person can do; the controller carries it out. */
export type Intent =
  | { readonly kind: 'set'; readonly field: EditableField; readonly value: CrmValue }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'sync-now' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'link' }
  | { readonly kind: 'type-reason'; readonly reason: string }
  | { readonly kind: 'load-changes' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'show-history' }
  | { readonly kind: 'go-to-field'; readonly field: string }
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'dismiss' };

/** An intent that says everything with its kind. */
export type PlainIntent = {
  [Kind in Intent['kind']]: { readonly kind: Kind } extends Extract<Intent, { kind: Kind }> ? Kind : never;
}[Intent['kind']];

export interface ViewAction {
  readonly intent: Intent;
  readonly label: string;
  /** Why it can't be done now; `null` when it can. */
  readonly disabledBecause: string | null;
}

export interface ViewMessage {
  readonly tone: Tone;
  /** At most 50 characters. */
  readonly title: string;
  readonly text: string;
  readonly action: ViewAction | null;
  /** The other way out, where there are two (decline beside accept). */
  readonly secondary: ViewAction | null;
  /** Folded away: code, reference id, what the platform said. */
  readonly technical: readonly string[];
  /** What unfolds `technical`: "Technical details". */
  readonly technicalLabel: string;
}

export interface ViewChoice {
  readonly value: string;
  readonly label: string;
}

/** A field people may change. `display` is what is shown when they may not. */
export interface EditableView {
  readonly label: string;
  readonly help: string;
  readonly value: CrmValue;
  readonly display: string;
  readonly visible: boolean;
  readonly editable: boolean;
  /** Shown beside a field that can't be edited; `null` when there is nothing to explain. */
  readonly lockedBecause: string | null;
  /** Shown at the field; `null` when it is fine. */
  readonly error: string | null;
}

export interface ReadOnlyView {
  readonly key:
    | 'referralId'
    | 'referralLink'
    | 'microsoftCrmId'
    | 'microsoftStatus'
    | 'microsoftSellers'
    | 'lastSync'
    | 'direction'
    | 'sharing'
    | 'expires';
  readonly label: string;
  /** Empty: show `-`, read as `emptyText`. */
  readonly text: string;
  /** Absolute time or full text, for hover and focus. */
  readonly title: string | null;
  readonly url: string | null;
  readonly copyable: boolean;
}

export interface ChecklistItem {
  readonly code: string;
  readonly text: string;
  readonly cure: string;
  /** Goes to the field that is to be filled; `null` when it is on another record and can't be reached. */
  readonly action: ViewAction | null;
}

export interface ConflictView {
  readonly field: string;
  readonly label: string;
  readonly ours: string;
  readonly microsofts: string;
}

export interface PreviewLine {
  readonly label: string;
  readonly value: string;
}

export interface DialogView {
  readonly kind: 'preview' | 'confirm-visible' | 'confirm-help' | 'accept' | 'decline' | 'link' | 'pause' | 'history';
  readonly title: string;
  readonly text: string;
  /** What Microsoft will see, line by line (preview, accept). */
  readonly lines: readonly PreviewLine[];
  readonly checklist: readonly ChecklistItem[];
  readonly reason: {
    readonly label: string;
    readonly value: string;
    readonly error: string | null;
    readonly maxLength: number;
  } | null;
  readonly confirm: ViewAction | null;
  readonly cancel: ViewAction;
  readonly history: readonly HistoryDay[];
}

export interface HistoryEntry {
  readonly key: string;
  readonly tone: Tone;
  /** Read out before the sentence ("Failed:"), because colour alone says nothing. */
  readonly toneText: string;
  readonly sentence: string;
  readonly by: string | null;
  readonly time: string;
  readonly at: IsoInstant;
  readonly changes: readonly {
    readonly label: string;
    readonly from: string;
    readonly to: string;
    readonly direction: string;
  }[];
  readonly reference: string | null;
}

export interface HistoryDay {
  readonly day: string;
  readonly entries: readonly HistoryEntry[];
}

/** The whole section, in the person's language and time zone, ready to be rendered. Renderers add no words of their own. */
export interface SectionView {
  readonly state: SectionStateName;
  readonly title: string;
  readonly busy: boolean;
  readonly status: { readonly icon: IconName; readonly tone: Tone; readonly label: string };
  /** "Shared by us" or "From Microsoft"; `null` before there is a referral. */
  readonly direction: string | null;
  /** "Open in Partner Center", new tab; `null` before there is a referral. */
  readonly link: { readonly label: string; readonly url: string; readonly newTabText: string } | null;
  readonly message: ViewMessage | null;
  /** "Newer data has arrived": shown besides the message; `null` when the view is fresh. */
  readonly stale: ViewMessage | null;
  readonly fields: {
    readonly sync: EditableView;
    readonly help: EditableView & { readonly choices: readonly ViewChoice[] };
    readonly products: EditableView & {
      readonly ids: readonly string[];
      readonly placeholder: string;
      /** "Remove {0}": the renderer fills in the product. */
      readonly removeLabel: string;
      /** Said in the list when no product fits what was typed. */
      readonly noneFound: string;
      readonly searching: string;
    };
    readonly visible: EditableView;
  };
  readonly readOnly: readonly ReadOnlyView[];
  readonly readOnlyTitle: string;
  /** "Copy {0}": the renderer fills in the label of what is copied. */
  readonly copyLabel: string;
  /** "{0} was copied.": said once it is. */
  readonly copiedText: string;
  readonly checklist: readonly ChecklistItem[];
  readonly checklistTitle: string;
  readonly conflicts: readonly ConflictView[];
  readonly conflictsTitle: string;
  /** Headings of the two sides of a conflict. */
  readonly oursLabel: string;
  readonly microsoftsLabel: string;
  /** The overflow menu: sync now, history, copy reference, pause. */
  readonly menu: readonly ViewAction[];
  readonly menuLabel: string;
  /** The newest three; the dialog shows all. */
  readonly recent: readonly HistoryDay[];
  readonly historyTitle: string;
  readonly showAllHistory: ViewAction | null;
  readonly dialog: DialogView | null;
  readonly emptyText: string;
  /** Said once through the live region when it changes; empty while nothing is worth saying. */
  readonly announcement: string;
}
