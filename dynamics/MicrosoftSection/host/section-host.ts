import { focusField } from '../components/FieldFrame.tsx';
import {
  EDITABLE_FIELDS,
  type EditableField,
  type FieldValues,
  type Formats,
  type SectionController,
  type SectionRecord,
  type Texts,
} from '../../../shared/section/contract/index.ts';
import { DYNAMICS_FIELDS } from '../../../shared/core/mapping/section-fields.ts';
import { createSectionController } from '../../../shared/section/in-place/controller.ts';
import { fieldsOf, storedValues } from '../../../shared/section/in-place/record.ts';
import type { SolutionCatalogue } from '../components/part-props.ts';
import { createDataversePort, type PortHost } from '../crm/dataverse-port.ts';
import type { IInputs } from '../generated/ManifestTypes';
import { accessOf } from './access.ts';
import { browserClock } from './browser-clock.ts';
import { FormBaseline } from './form-baseline.ts';
import { FormValues, type Outputs } from './form-values.ts';
import { isAdmin, mayRequest } from './person.ts';
import { localeOf, textsOf } from './texts.ts';
import { timeZoneOf } from './time-zone.ts';
import { type FormRecord, recordOnForm } from './undocumented.ts';

type Context = ComponentFramework.Context<IInputs>;

/** What the container draws from. */
export interface HostedSection {
  readonly controller: SectionController;
  readonly catalogue: SolutionCatalogue;
  readonly texts: Texts;
  readonly formats: Formats;
  /** Where the section is drawn: the checklist leads to fields in it. */
  readonly sectionRef: { current: HTMLElement | null };
}

/** Joins form and section of one row: tells the section what the form does, and the form what the person did in the section. */
export class SectionHost implements HostedSection {
  readonly controller: SectionController;
  readonly catalogue: SolutionCatalogue;
  readonly texts: Texts;
  readonly formats: Formats;
  readonly sectionRef = { current: null };
  private context: Context;
  private record: FormRecord;
  private readonly values: FormValues;
  private readonly baseline = new FormBaseline();
  /** Read-only columns as the form has them: they move when it reloads the row. */
  private reloadMark: string | null = null;
  private formVersion = 0;
  /** The form was saved and the section has not read the outcome: until then the form is right. */
  private isSavedUnread = false;

  constructor(context: Context, notifyOutputChanged: () => void) {
    this.context = context;
    this.record = { kind: 'unsaved' };
    this.values = new FormValues(notifyOutputChanged);
    this.texts = textsOf(context.resources);
    this.formats = {
      locale: localeOf(context.userSettings.languageId),
      timeZone: timeZoneOf((at) => context.userSettings.getTimeZoneOffsetMinutes(at), browserClock.now()),
    };
    const port = createDataversePort({
      host: () => this.portHost(),
      form: this.values,
      now: () => browserClock.now(),
      receivedRecord: (record) => this.receivedRecord(record),
      receivedConnection: (connection) => this.controller.receivedConnection(connection),
    });
    this.catalogue = { search: (text) => port.searchSolutions(text), byId: (ids) => port.solutionsById(ids) };
    const { raw: stalledAfterMinutes } = context.parameters.stalledAfterMinutes;
    this.controller = createSectionController(port, browserClock, {
      crm: 'dynamics',
      shippedFields: DYNAMICS_FIELDS,
      isAdmin: isAdmin(context.utils),
      ...(stalledAfterMinutes !== null && { stalledAfterMinutes }),
    });
  }

  /** Every `updateView` comes here. */
  update(context: Context): void {
    this.context = context;
    this.values.formUpdated();
    const before = this.record;
    this.record = recordOnForm(context);
    const isOther = before.kind !== this.record.kind || idOf(before) !== idOf(this.record);
    const wasDirty = this.controller.state().formDirty;
    const isSaved = this.baseline.update(this.formValues(), context.parameters.modifiedOn.raw ?? null);
    const isReloaded = this.noteReload();
    this.isSavedUnread ||= isSaved;
    const isOutdated = isOther || isSaved || isReloaded || this.isUnsure();
    if (isOutdated) this.formVersion += 1;
    this.tellForm();
    if (this.record.kind === 'unknown')
      this.controller.receivedProblem(new Error('The form does not tell which row it shows.'));
    // A form that was dirty and is clean now makes the controller read by itself.
    else if (this.record.kind === 'saved' && (isOther || isReloaded || (isSaved && !wasDirty) || this.isUnsure())) {
      this.controller.dispatch({ kind: 'reload' });
    }
  }

  /** For `getOutputs`. */
  outputs(): Outputs {
    return this.values.outputs();
  }

  dispose(): void {
    this.controller.dispose();
  }

  private noteReload(): boolean {
    const { syncStatus, referralId } = this.context.parameters;
    const mark = JSON.stringify([syncStatus.raw, referralId.raw]);
    const isReloaded = this.reloadMark !== null && this.reloadMark !== mark;
    this.reloadMark = mark;
    return isReloaded;
  }

  private tellForm(): void {
    const form = this.formValues();
    const changed = this.baseline.changed(form);
    const { mode, client } = this.context;
    this.controller.hostChanged({
      unsaved: this.record.kind === 'unsaved',
      disabled: mode.isControlDisabled,
      online: !client.isOffline() && client.isNetworkAvailable(),
      formDirty: changed.length > 0,
      values: this.isSavedUnread ? form : this.withoutStale(form, changed),
    });
  }

  /** A value that the person did not change counts as stored, whatever the server has by now and the form has not loaded. */
  private withoutStale(form: FieldValues, changed: readonly EditableField[]): Partial<FieldValues> {
    const state = this.controller.state();
    const latest = state.newer ?? state.record;
    const typed = Object.fromEntries(changed.map((field) => [field, form[field]]));
    return latest === null ? typed : { ...storedValues(latest, fieldsOf(state)), ...typed };
  }

  /** Whether only the server can say if the form is still dirty. */
  private isUnsure(): boolean {
    return this.controller.state().formDirty && this.baseline.isBlind(browserClock.now());
  }

  private receivedRecord(record: SectionRecord): void {
    this.controller.receivedRecord(record);
    this.isSavedUnread = false;
    const values = storedValues(record, fieldsOf(this.controller.state()));
    this.baseline.read(this.formValues(), { values, modifiedAt: record.opportunity.modifiedAt });
    this.tellForm();
  }

  private formValues(): FieldValues {
    return this.values.current(this.context.parameters);
  }

  private goToField(path: string): void {
    const fields = fieldsOf(this.controller.state());
    const name = EDITABLE_FIELDS.find((field) => fields[field] === path);
    if (name !== undefined) focusField(this.sectionRef.current, name);
  }

  private portHost(): PortHost {
    const { webAPI, parameters, utils, userSettings, navigation } = this.context;
    return {
      api: webAPI,
      recordId: this.record.kind === 'saved' ? this.record.id : null,
      formVersion: this.formVersion,
      access: accessOf(parameters),
      mayRequest: mayRequest(utils),
      userName: userSettings.userName,
      openUrl: (url) => navigation.openUrl(url),
      goToField: (path) => this.goToField(path),
    };
  }
}

function idOf(record: FormRecord): string | null {
  return record.kind === 'saved' ? record.id : null;
}
