import type { CrmValue } from '../../../shared/core/model/index.ts';
import { EDITABLE_FIELDS, type EditableField, type FieldValues } from '../../../shared/section/contract/index.ts';

/** Two clocks are never quite the same. */
const BLIND_SECONDS = 3;

/** The row as the section read it from the server. */
export interface ServerRow {
  readonly values: FieldValues;
  /** ISO instant. */
  readonly modifiedAt: string;
}

/**
 * What the form loaded, so that a value which the person changed can be told from one that somebody else changed on the
 * server since. The platform tells a control neither that the form is dirty nor that it was saved; but a save reloads the row,
 * and with it the bound `modifiedon`.
 */
export interface FormBaseline {
  /** @param modifiedOn as the form has it; `null` when the form does not bind it. @returns whether the form was saved or reloaded */
  update(form: FieldValues, modifiedOn: Date | null): boolean;
  /**
   * Whether a save may have left no trace: Dataverse keeps whole seconds of `modifiedon`, so two saves in one second look like one. Then,
   * and where the form does not bind it, only the server can tell.
   */
  isBlind(now: Date): boolean;
  /**
   * The section has read the row. What the server holds as the form does is stored, whoever saved it. Else, when the form has the same
   * version of it, what differs was typed before the control was there; when it has an older one, that is what it loaded.
   * Without `modifiedon` everything that differs counts as typed.
   */
  read(form: FieldValues, server: ServerRow): void;
  /** Fields that the form holds otherwise than it loaded them; none while that is not known. */
  changed(form: FieldValues): readonly EditableField[];
}

export function createFormBaseline(): FormBaseline {
  let loaded: FieldValues | null = null;
  let loadedAt: number | null = null;
  return {
    update(form, modifiedOn) {
      const before = loadedAt;
      loadedAt = modifiedOn === null ? null : secondsOf(modifiedOn);
      const isReloaded = before !== null && before !== loadedAt;
      if (isReloaded) loaded = form;
      return isReloaded;
    },
    isBlind: (now) => loadedAt === null || secondsOf(now) - loadedAt < BLIND_SECONDS,
    read(form, { values, modifiedAt }) {
      if (loadedAt === null || differing(form, values).length === 0) loaded = values;
      else loaded ??= loadedAt === secondsOf(new Date(modifiedAt)) ? values : form;
    },
    changed: (form) => (loaded === null ? [] : differing(form, loaded)),
  };
}

function differing(one: FieldValues, other: FieldValues): readonly EditableField[] {
  return EDITABLE_FIELDS.filter((field) => plain(one[field]) !== plain(other[field]));
}

/** An empty switch is a switch that is off. */
function plain(value: CrmValue): CrmValue {
  return value === false ? null : value;
}

/** Dataverse keeps whole seconds. */
function secondsOf(time: Date): number {
  return Math.floor(time.valueOf() / 1000);
}
