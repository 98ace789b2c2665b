import { type Html, html } from '../../kit/index.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
}

export function textField({ name, label, value, hint }: Field, type: 'text' | 'number' | 'date' = 'text'): Html {
  return html`<div class="field">
    <label for="${name}">${label} ${hint && html`<span class="hint">${hint}</span>`}</label>
    <input id="${name}" name="${name}" type="${type}" ${type === 'number' && html`step="0.01"`} value="${value}" />
  </div>`;
}

export function longField({ name, label, value, hint }: Field): Html {
  return html`<div class="field">
    <label for="${name}">${label} ${hint && html`<span class="hint">${hint}</span>`}</label>
    <textarea id="${name}" name="${name}">${value}</textarea>
  </div>`;
}

export function choiceField(
  { name, label, value }: Field,
  options: readonly { readonly value: string; readonly label: string }[],
  empty: string | null,
): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${empty !== null && html`<option value="">${empty}</option>`}
      ${options.map((option) => html`<option value="${option.value}" ${option.value === value && html`selected`}>${option.label}</option>`)}
    </select>
  </div>`;
}

/** A box that is not ticked is not in the form: it counts as no. */
export function checkField({ name, label, value }: Field): Html {
  return html`<div class="field">
    <label class="check"
      ><input type="checkbox" name="${name}" value="true" ${value === 'true' && html`checked`} /> ${label}</label
    >
  </div>`;
}
