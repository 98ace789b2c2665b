import { type Html, html } from '../../kit/index.ts';
import type { FieldDefinition, FieldValue } from '../schema/types.ts';

/** What a form sent, by input name; a box that is not ticked sends nothing. */
export type SentForm = Readonly<Record<string, string | undefined>>;

/** An input for a field by its type, with its label and help text. */
export function control(field: FieldDefinition, inputName: string, value: FieldValue, label = field.label): Html {
  const hint =
    field.helpText === null ? null : html`<span class="hint" id="${inputName}-help">${field.helpText}</span>`;
  const describedBy = hint ? html`aria-describedby="${inputName}-help"` : null;
  if (field.type === 'boolean') {
    const checked = value === true ? html`checked` : null;
    return html`<div class="field">
      <label class="check"
        ><input type="checkbox" name="${inputName}" value="true" ${checked} ${describedBy} /> ${label}</label
      >${hint}
    </div>`;
  }
  return html`<div class="field">
    <label for="${inputName}">${label}${field.required && html` <span class="hint">(required)</span>`}</label>
    ${input(field, inputName, value, describedBy)}${hint}
  </div>`;
}

function input(field: FieldDefinition, inputName: string, value: FieldValue, describedBy: Html | null): Html {
  const common = html`id="${inputName}" name="${inputName}" ${describedBy}`;
  const text = value === null ? '' : String(value);
  if (field.type === 'picklist') {
    return html`<select ${common}>
      ${!field.required && html`<option value="">--None--</option>`}
      ${field.picklist.map((option) => {
        const selected = option.value === value ? html`selected` : null;
        return html`<option value="${option.value}" ${selected}>${option.label}</option>`;
      })}
    </select>`;
  }
  if (field.type === 'textarea') return html`<textarea ${common} rows="3">${text}</textarea>`;
  return html`<input type="${INPUT_TYPES[field.type] ?? 'text'}" ${common} value="${text}" />`;
}

/** Amounts are text: a browser's number field rounds and reformats them. */
const INPUT_TYPES: Partial<Record<FieldDefinition['type'], string>> = { date: 'date', email: 'email', phone: 'tel' };

/** The value of a field as a form sent it. */
export function sentValue(field: FieldDefinition, sent: string | undefined): FieldValue {
  if (field.type === 'boolean') return sent === 'true';
  const text = (sent ?? '').replaceAll('\r\n', '\n');
  return text.trim() === '' ? null : text;
}
