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
import { createFormDrafts } from '../../../shared/section/in-place/form-drafts.ts';
import { fieldsOf, storedValues } from '../../../shared/section/in-place/record.ts';
import type { SolutionCatalogue } from '../components/part-props.ts';
import { createDataversePort, type PortHost } from '../crm/dataverse-port.ts';
import type { IInputs } from '../generated/ManifestTypes';
import { accessOf } from './access.ts';
import { browserClock } from './browser-clock.ts';
import { createFormBaseline } from './form-baseline.ts';
import { createFormValues, type Outputs } from './form-values.ts';
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
export interface SectionHost extends HostedSection {
  /** Every `updateView` comes here. */
  update(context: Context): void;
  /** For `getOutputs`. */
  outputs(): Outputs;
  dispose(): void;
}

export function createSectionHost(context: Context, notifyOutputChanged: () => void): SectionHost {
  const { userSettings, resources, utils, parameters } = context;
  const sectionRef: HostedSection['sectionRef'] = { current: null };
  const values = createFormValues(notifyOutputChanged);
  const baseline = createFormBaseline();
  let record: FormRecord = { kind: 'unsaved' };
  /** Read-only columns as the form has them: they move when it reloads the row. */
  let reloadMark: string | null = null;
  let formVersion = 0;
  /** The form was saved and the section has not read the outcome: until then the form is right. */
  let isSavedUnread = false;

  const { stalledAfterMinutes } = parameters;
  const port = createDataversePort({
    host: portHost,
    form: values,
    now: () => browserClock.now(),
    receivedRecord,
    receivedConnection: (connection) => controller.receivedConnection(connection),
  });
  const controller = createSectionController(port, browserClock, {
    crm: 'dynamics',
    createDrafts: createFormDrafts,
    shippedFields: DYNAMICS_FIELDS,
    isAdmin: isAdmin(utils),
    ...(stalledAfterMinutes.raw !== null && { stalledAfterMinutes: stalledAfterMinutes.raw }),
  });

  const formValues = (): FieldValues => values.current(context.parameters);

  /** Whether only the server can say if the form is still dirty. */
  const isUnsure = (): boolean => controller.state().formDirty && baseline.isBlind(browserClock.now());

  function update(updated: Context): void {
    context = updated;
    values.formUpdated();
    const before = record;
    record = recordOnForm(context);
    const isOther = before.kind !== record.kind || idOf(before) !== idOf(record);
    const wasDirty = controller.state().formDirty;
    const isSaved = baseline.update(formValues(), context.parameters.modifiedOn.raw ?? null);
    const isReloaded = noteReload();
    isSavedUnread ||= isSaved;
    if (isOther || isSaved || isReloaded || isUnsure()) formVersion += 1;
    tellForm();
    if (record.kind === 'unknown') controller.receivedProblem(new Error('The form does not tell which row it shows.'));
    // A form that was dirty and is clean now makes the controller read by itself.
    else if (record.kind === 'saved' && (isOther || isReloaded || (isSaved && !wasDirty) || isUnsure()))
      controller.dispatch({ kind: 'reload' });
  }

  function noteReload(): boolean {
    const { syncStatus, referralId } = context.parameters;
    const before = reloadMark;
    reloadMark = JSON.stringify([syncStatus.raw, referralId.raw]);
    return before !== null && before !== reloadMark;
  }

  function tellForm(): void {
    const form = formValues();
    const changed = baseline.changed(form);
    const { mode, client } = context;
    controller.hostChanged({
      unsaved: record.kind === 'unsaved',
      disabled: mode.isControlDisabled,
      online: !client.isOffline() && client.isNetworkAvailable(),
      formDirty: changed.length > 0,
      values: isSavedUnread ? form : withoutStale(form, changed),
    });
  }

  /** A value that the person did not change counts as stored, whatever the server has by now and the form has not loaded. */
  function withoutStale(form: FieldValues, changed: readonly EditableField[]): Partial<FieldValues> {
    const state = controller.state();
    const latest = state.newer ?? state.record;
    const typed = Object.fromEntries(changed.map((field) => [field, form[field]]));
    return latest === null ? typed : { ...storedValues(latest, fieldsOf(state)), ...typed };
  }

  function receivedRecord(received: SectionRecord): void {
    controller.receivedRecord(received);
    isSavedUnread = false;
    const stored = storedValues(received, fieldsOf(controller.state()));
    baseline.read(formValues(), { values: stored, modifiedAt: received.opportunity.modifiedAt });
    tellForm();
  }

  function goToField(path: string): void {
    const fields = fieldsOf(controller.state());
    const name = EDITABLE_FIELDS.find((field) => fields[field] === path);
    if (name !== undefined) focusField(sectionRef.current, name);
  }

  function portHost(): PortHost {
    return {
      api: context.webAPI,
      recordId: idOf(record),
      formVersion,
      access: accessOf(context.parameters),
      mayRequest: mayRequest(context.utils),
      userName: context.userSettings.userName,
      openUrl: (url) => context.navigation.openUrl(url),
      goToField,
    };
  }

  return {
    controller,
    catalogue: port,
    texts: textsOf(resources),
    formats: {
      locale: localeOf(userSettings.languageId),
      timeZone: timeZoneOf((at) => userSettings.getTimeZoneOffsetMinutes(at), browserClock.now()),
    },
    sectionRef,
    update,
    outputs: () => values.outputs(),
    dispose: () => controller.dispose(),
  };
}

function idOf(record: FormRecord): string | null {
  return record.kind === 'saved' ? record.id : null;
}
