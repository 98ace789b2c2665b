import { type Html, type HtmlValue, html } from '../../kit/index.ts';
import { CATALOGUE } from '../catalogue.ts';

/** A sent form: every field as text, repeated ones as a list. */
export type SentForm = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads a form body; anything else is an empty form. */
export function readForm(body: unknown): SentForm {
  return typeof body === 'object' && body !== null && !Buffer.isBuffer(body) ? (body as SentForm) : {};
}

/** The trimmed text of a field; `''` when it is missing. */
export function one(form: SentForm, name: string): string {
  const value = form[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/** All values of a field. */
export function many(form: SentForm, name: string): readonly string[] {
  const value = form[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly type?: 'text' | 'date' | 'email' | 'tel';
  readonly hint?: string;
  readonly required?: boolean;
}

/** One labelled line of text. `prefix` keeps ids apart when a page has several forms. */
export function textField(
  prefix: string,
  { name, label, value = '', type = 'text', hint, required = false }: Field,
): Html {
  const id = `${prefix}-${name}`;
  return html`<div class="field">
    <label for="${id}">${label}${hint && html` <span class="hint">(${hint})</span>`}</label>
    <input id="${id}" name="${name}" type="${type}" value="${value}" ${required && html` required`} />
  </div>`;
}

export function textArea(prefix: string, { name, label, value = '' }: Field): Html {
  const id = `${prefix}-${name}`;
  return html`<div class="field">
    <label for="${id}">${label}</label><textarea id="${id}" name="${name}">${`\n${value}`}</textarea>
  </div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function select(prefix: string, { name, label, value = '' }: Field, choices: readonly Choice[]): Html {
  const id = `${prefix}-${name}`;
  return html`<div class="field">
    <label for="${id}">${label}</label
    ><select id="${id}" name="${name}">
      ${choices.map((choice) => html`<option value="${choice.value}" ${choice.value === value && html` selected`}>${choice.label}</option>`)}
    </select>
  </div>`;
}

/** The catalogue as check boxes, with `chosen` ticked. */
export function solutionsField(prefix: string, chosen: readonly string[]): Html {
  const ticked = new Set(chosen.map((id) => id.toLowerCase()));
  return html`<fieldset class="field">
    <legend>Solutions</legend>
    ${CATALOGUE.map(
      ({ id, name, publisherName }) =>
        html`<label class="check" for="${prefix}-${id}">
          <input
            type="checkbox"
            id="${prefix}-${id}"
            name="solutions"
            value="${id}"
            ${ticked.has(id.toLowerCase()) && html` checked`}
          />
          ${name} <span class="hint">${id}, ${publisherName}</span></label
        >`,
    )}
  </fieldset>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

/** What went wrong or right, announced to screen readers. */
export function message(kind: 'error' | 'done', text: HtmlValue): Html {
  return html`<p class="message ${kind}" role="${kind === 'error' ? 'alert' : 'status'}">${text}</p>`;
}
