import { parseSolutions, type SectionPort, type SectionView, type SolutionOption } from 'c/syncCore';
import { fill, say } from 'c/sectionParts';
import { LightningElement, api } from 'lwc';
import { after } from './timer';

/** Where the products come from: the port of the section, or a list in a gallery. */
export type SolutionCatalogue = Pick<SectionPort, 'searchSolutions' | 'solutionsById'>;

type Field = SectionView['fields']['products'];

/** Nobody types faster than this between two letters of a word. */
const PAUSE_MS = 250;

/**
 * Picks products of the solution catalogue by name or id: several, typed, chosen or pasted as a list. A combobox as in the ARIA
 * Authoring Practices (w3.org/WAI/ARIA/apg/patterns/combobox), because the base component takes one value only.
 */
export default class SectionProducts extends LightningElement {
  @api catalogue!: SolutionCatalogue;
  @api field!: Field;

  text = '';
  isOpen = false;
  isSearching = false;
  active = -1;
  found: readonly SolutionOption[] = [];
  names: Readonly<Record<string, string>> = {};
  private readonly asked = new Set<string>();
  private stopWaiting: () => void = () => undefined;

  @api
  focus(): void {
    (this.refs!.input as HTMLElement | undefined)?.focus();
  }

  renderedCallback(): void {
    this.learnNames();
  }

  disconnectedCallback(): void {
    this.stopWaiting();
  }

  get chosen() {
    return this.field.ids.map((id) => {
      const name = this.names[id.toLowerCase()] ?? id;
      const hasName = name !== id;
      return { id, name, hasName, remove: fill(this.field.removeLabel, hasName ? `${name} ${id}` : id) };
    });
  }

  get options() {
    return this.found.map((solution, index) => ({
      ...solution,
      index,
      domId: `option-${index}`,
      isActive: String(index === this.active),
      className: `slds-listbox__option option${index === this.active ? ' slds-has-focus' : ''}`,
    }));
  }

  get activeId(): string | null {
    return this.isOpen && this.active >= 0 ? `option-${this.active}` : null;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  /** What stands in the list instead of products. */
  get note(): string {
    if (this.isSearching) return this.field.searching;
    return this.found.length === 0 ? this.field.noneFound : '';
  }

  get className(): string {
    return `slds-form-element${this.field.error === null ? '' : ' slds-has-error'}`;
  }

  get showsNote(): boolean {
    return this.isOpen && this.note !== '';
  }

  get listClass(): string {
    return this.isOpen && this.found.length > 0 ? 'list_open' : '';
  }

  typed(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.stopWaiting();
    if (this.text.trim() === '') {
      this.close();
      return;
    }
    // What was found before stays as far as it fits: nobody may choose by a list that answers another question.
    const wanted = this.text.trim().toLowerCase();
    this.found = this.found.filter(({ id, name }) => [id, name].some((words) => words.toLowerCase().includes(wanted)));
    this.active = -1;
    this.stopWaiting = after(PAUSE_MS, () => this.search());
  }

  pressed(event: KeyboardEvent): void {
    // While an input method composes, the keys are its own.
    if (event.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      if (this.isOpen) this.moveTo(this.active + move);
      else this.search();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.enter();
    } else if (event.key === 'Escape' && this.isOpen) {
      // The dialog or page around must not take this as meant for it.
      event.stopPropagation();
      this.close();
    }
  }

  pasted(event: ClipboardEvent): void {
    const ids = idsIn(event.clipboardData?.getData('text') ?? '');
    if (ids.length < 2) return;
    event.preventDefault();
    this.add(ids);
  }

  chose(event: Event): void {
    const index = Number((event.currentTarget as HTMLElement).dataset.index);
    this.add([this.found[index]?.id ?? '']);
  }

  remove(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.tellChosen(this.field.ids.filter((other) => other !== id));
    this.focus();
  }

  /** The list must not take the focus away from the field before the click is through. */
  keepFocus(event: Event): void {
    event.preventDefault();
  }

  close(): void {
    this.stopWaiting();
    this.isOpen = false;
    this.isSearching = false;
    this.active = -1;
    this.found = [];
  }

  private async search(): Promise<void> {
    const asked = this.text;
    this.isOpen = true;
    this.isSearching = true;
    this.active = -1;
    const found = await this.catalogue.searchSolutions(asked).catch(() => []);
    if (asked !== this.text || !this.isOpen) return;
    const chosen = new Set(this.field.ids.map((id) => id.toLowerCase()));
    this.found = found.filter(({ id }) => !chosen.has(id.toLowerCase()));
    this.isSearching = false;
    if (this.found.length === 0) say(this, this.field.noneFound);
  }

  private moveTo(index: number): void {
    const count = this.found.length;
    this.active = count === 0 ? -1 : (index + count) % count;
  }

  /** The marked product; else the only one found; else what was typed, when it may be an id that the catalogue does not have yet. */
  private enter(): void {
    const marked = this.found[this.active] ?? (this.found.length === 1 ? this.found[0] : undefined);
    if (marked) this.add([marked.id]);
    else if (!this.isSearching && this.found.length === 0) this.add(idsIn(this.text).filter((id) => /\d/.test(id)));
  }

  private add(ids: readonly string[]): void {
    const all = idsIn([...this.field.ids, ...ids].join(' '));
    if (ids.length === 0 || all.length === this.field.ids.length) return;
    this.text = '';
    this.close();
    this.tellChosen(all);
  }

  private tellChosen(ids: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: ids.length === 0 ? null : ids.join(', ') }));
  }

  /** Names of what is chosen; an id that the catalogue does not have stands for itself. */
  private async learnNames(): Promise<void> {
    const unknown = this.field.ids.filter((id) => !this.asked.has(id));
    if (unknown.length === 0) return;
    for (const id of unknown) this.asked.add(id);
    const found = await this.catalogue.solutionsById(unknown).catch(() => []);
    this.names = { ...this.names, ...Object.fromEntries(found.map(({ id, name }) => [id.toLowerCase(), name])) };
  }
}

function idsIn(text: string): readonly string[] {
  return parseSolutions(text).map(({ id }) => id);
}
