import type { HistoryDay, ViewAction } from 'c/syncCore';
import { toneIconOf } from 'c/sectionParts';
import { LightningElement, api } from 'lwc';

/** The history by day, newest first; each entry with its changes, old to new. */
export default class SectionHistory extends LightningElement {
  @api days: readonly HistoryDay[] = [];
  @api listTitle = '';
  /** `null` where everything is shown already. */
  @api showAll: ViewAction | null = null;

  get groups() {
    return this.days.map(({ day, entries }) => ({
      day,
      entries: entries.map((entry) => ({
        ...entry,
        icon: toneIconOf(entry.tone),
        changes: entry.changes.map((change, index) => ({ ...change, key: index })),
      })),
    }));
  }
}
