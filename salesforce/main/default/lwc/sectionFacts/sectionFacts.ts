import type { ReadOnlyView } from 'c/syncCore';
import { fill, tell } from 'c/sectionParts';
import { LightningElement, api } from 'lwc';

/** What Partner Center says of the deal: text, never disabled inputs. */
export default class SectionFacts extends LightningElement {
  @api facts: readonly ReadOnlyView[] = [];
  @api listTitle = '';
  @api emptyText = '';
  /** "Copy {0}". */
  @api copyLabel = '';
  @api newTabText = '';

  get entries(): readonly (ReadOnlyView & { readonly isEmpty: boolean; readonly copyTitle: string })[] {
    return this.facts.map((fact) => ({
      ...fact,
      isEmpty: fact.text === '',
      copyTitle: fill(this.copyLabel, fact.label),
    }));
  }

  copy(event: Event): void {
    tell(this, { kind: 'copy', text: (event.currentTarget as HTMLElement).dataset.text ?? '' });
  }
}
