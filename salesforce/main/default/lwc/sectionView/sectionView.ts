import type { EditableField, Intent, SectionView as View, Tone } from 'c/syncCore';
import { iconOf, labelOf } from 'c/sectionParts';
import type { SolutionCatalogue } from 'c/sectionProducts';
import { LightningElement, api } from 'lwc';

const BADGES: Readonly<Record<Tone, string>> = {
  neutral: '',
  info: 'slds-badge_lightest',
  success: 'slds-theme_success',
  warning: 'slds-theme_warning',
  error: 'slds-theme_error',
};

/**
 * The section as the view says, without a word or a decision of its own; what the person wants leaves as an `intent` event. The
 * record page, the gallery and the tests show this very component.
 */
export default class SectionView extends LightningElement {
  @api catalogue!: SolutionCatalogue;
  /** Of the App Builder; the view's own title without it. */
  @api sectionTitle = '';
  @api hidesHistory = false;

  private shown!: View;
  private said = '';

  @api
  get view(): View {
    return this.shown;
  }
  set view(view: View) {
    if (view.announcement !== this.shown?.announcement) this.said = '';
    this.shown = view;
  }

  /** Moves the focus to a field of the section, to its title when the field is not there. */
  @api
  focusField(name: EditableField): void {
    const fields = this.refs!.fields as (HTMLElement & { focusField(name: EditableField): boolean }) | undefined;
    if (!fields?.focusField(name)) (this.refs!.title as HTMLElement).focus();
  }

  get cardTitle(): string {
    return this.sectionTitle || this.view.title;
  }

  get isLoading(): boolean {
    return this.view.state === 'loading';
  }

  get busy(): string {
    return String(this.view.busy);
  }

  get statusIcon(): string {
    return iconOf(this.view.status.icon);
  }

  get badgeClass(): string {
    return BADGES[this.view.status.tone];
  }

  get menu() {
    return this.view.menu.map((action, index) => ({
      value: String(index),
      label: labelOf(action),
      disabled: action.disabledBecause !== null,
    }));
  }

  get hasChecklist(): boolean {
    return this.view.checklist.length > 0;
  }

  get hasConflicts(): boolean {
    return this.view.conflicts.length > 0;
  }

  get hasFacts(): boolean {
    return this.view.readOnly.length > 0;
  }

  get hasHistory(): boolean {
    return !this.hidesHistory && this.view.recent.length > 0;
  }

  get newTabText(): string {
    return this.view.link?.newTabText ?? '';
  }

  get announcement(): string {
    return this.said || this.view.announcement;
  }

  chose(event: CustomEvent<{ value: string }>): void {
    const action = this.view.menu[Number(event.detail.value)];
    if (action) this.tell(action.intent);
  }

  forward(event: CustomEvent<Intent>): void {
    event.stopPropagation();
    this.tell(event.detail);
  }

  heard(event: CustomEvent<string>): void {
    event.stopPropagation();
    this.said = event.detail;
  }

  private tell(intent: Intent): void {
    this.dispatchEvent(new CustomEvent('intent', { detail: intent }));
  }
}
