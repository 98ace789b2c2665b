import type { Lack } from '../../core/readiness/types.ts';
import { EDITABLE_FIELDS, type ChecklistItem, type SectionView, type ViewAction } from '../contract/index.ts';
import { missingLabel, fieldLabel, describedValue } from './labels.ts';
import type { Telling } from './telling.ts';
import { keyPart } from './words.ts';

/** What is lacking, each with the way to its field. */
export function checklistOf(telling: Telling): readonly ChecklistItem[] {
  return telling.facts.missing.map((lack) => ({
    code: lack.code,
    text: lackText(telling, lack),
    cure: cureText(telling, lack),
    action: goTo(telling, lack.field, missingLabel(telling, lack.code)),
  }));
}

export function lackText({ text }: Telling, { code, value }: Lack): string {
  return text(`missing_${keyPart(code)}`, value ?? '');
}

export function cureText({ text }: Telling, { code, suggestion }: Lack): string {
  const key = `missing_${keyPart(code)}_cure`;
  return suggestion === undefined ? text(key) : text(`${key}With`, suggestion);
}

/** The way to the first field that can be reached. */
export function goToFirst(telling: Telling): ViewAction | null {
  const ways = checklistOf(telling).map((item) => item.action);
  return ways.find((way) => way !== null) ?? null;
}

/** The way to a field of the opportunity or of its account, or to its list of contacts; in Dynamics to a field of the section. */
function goTo({ text, facts }: Telling, field: string, label: string): ViewAction | null {
  if (field === 'consent') return null;
  // A control on a Dynamics form has no documented way to move the focus out of itself.
  const isHere = EDITABLE_FIELDS.some((name) => facts.fields[name] === field);
  if (facts.state.crm === 'dynamics' && !isHere) return null;
  return {
    intent: { kind: 'go-to-field', field },
    label: text('action_goTo', label),
    disabledBecause: null,
  };
}

/** Fields that stay different until a person enters the right value on one side. */
export function conflictsOf(telling: Telling): SectionView['conflicts'] {
  const show = (field: string, value: string | null) => (value === null ? '' : describedValue(telling, field, value));
  return (telling.facts.details?.conflicts ?? []).map(({ field, crm, partnerCenter }) => ({
    field,
    label: fieldLabel(telling, field),
    ours: show(field, crm),
    microsofts: show(field, partnerCenter),
  }));
}

/** The way to the first field in conflict. */
export function goToConflict(telling: Telling): ViewAction | null {
  const field = telling.facts.details?.conflicts[0]?.field;
  const row = telling.facts.policy?.mapping.find((candidate) => candidate.field === field);
  const path = Object.values(row?.crm ?? {})[0]?.[0];
  return field === undefined || path === undefined ? null : goTo(telling, path, fieldLabel(telling, field));
}
