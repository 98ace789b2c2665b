import type { CrmValue, EditableField, EditableView, SectionView } from 'c/syncCore';
import { tell } from 'c/sectionParts';
import type { SolutionCatalogue } from 'c/sectionProducts';
import { LightningElement, api } from 'lwc';

/** A base component that holds what the person typed. */
interface Control extends HTMLElement {
  checked?: boolean;
  value?: CrmValue;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** The four fields that people fill in: a control each where they may, text with the reason where not. */
export default class SectionFields extends LightningElement {
  @api fields!: SectionView['fields'];
  @api catalogue!: SolutionCatalogue;
  @api emptyText = '';

  /** Moves the focus to a field; `false` when it is not there to be filled in. */
  @api
  focusField(name: EditableField): boolean {
    const control = this.template!.querySelector<HTMLElement>(`[data-field="${name}"]`);
    control?.focus();
    return control !== null;
  }

  /**
   * The controls show what the view says, also after the person changed one and said no to the question that followed: their own
   * state would stay, because the view's value has not changed.
   */
  renderedCallback(): void {
    for (const control of this.template!.querySelectorAll<Control>('[data-control]')) {
      const { value, error } = this.fields[control.dataset.field as EditableField];
      if (control.dataset.control === 'checked') control.checked = value === true;
      else control.value = value ?? '';
      control.setCustomValidity(error ?? '');
      control.reportValidity();
    }
  }

  get sync(): EditableView | null {
    return shown(this.fields.sync);
  }

  get help(): SectionView['fields']['help'] | null {
    return shown(this.fields.help);
  }

  get products(): SectionView['fields']['products'] | null {
    return shown(this.fields.products);
  }

  get visible(): EditableView | null {
    return shown(this.fields.visible);
  }

  changed(event: CustomEvent<{ checked?: boolean; value?: string }>): void {
    const { dataset } = event.currentTarget as HTMLElement;
    const { checked, value } = event.detail;
    const chosen = dataset.control === 'checked' ? checked === true : value === '' ? null : (value ?? null);
    tell(this, { kind: 'set', field: dataset.field as EditableField, value: chosen });
  }

  choseProducts(event: CustomEvent<string | null>): void {
    tell(this, { kind: 'set', field: 'products', value: event.detail });
  }
}

function shown<View extends EditableView>(field: View): View | null {
  return field.visible ? field : null;
}
