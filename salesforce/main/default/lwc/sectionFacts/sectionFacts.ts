import type { ReadOnlyView } from 'c/syncCore';
import { fill, say, tell } from 'c/sectionParts';
import { LightningElement, api } from 'lwc';

/** What Partner Center says of the deal: text, never disabled inputs. */
export default class SectionFacts extends LightningElement {
  @api facts: readonly ReadOnlyView[] = [];
  @api listTitle = '';
  @api emptyText = '';
  /** "Copy {0}". */
  @api copyLabel = '';
  /** "{0} was copied." */
  @api copiedText = '';
  @api newTabText = '';

  copied: string | null = null;

  get entries(): readonly (ReadOnlyView & {
    readonly isEmpty: boolean;
    readonly copyTitle: string;
    readonly copyIcon: string;
  })[] {
    return this.facts.map((fact) => ({
      ...fact,
      isEmpty: fact.text === '',
      copyTitle: fill(this.copyLabel, fact.label),
      copyIcon: fact.key === this.copied ? 'utility:check' : 'utility:copy',
    }));
  }

  copy(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const fact = this.facts.find((candidate) => candidate.key === key);
    if (!fact) return;
    tell(this, { kind: 'copy', text: fact.text });
    this.copied = fact.key;
    say(this, fill(this.copiedText, fact.label));
  }
}
