import {
  choiceToCrm,
  SECTION_FIELDS,
  type CrmKind,
  type CrmValue,
  type RequestAction,
  type RequestStatus,
} from '../../../core/index.ts';
import { connectionOf, recordOf, requestOf, type RecordParts } from '../../testkit/index.ts';
import type {
  FieldValues,
  Intent,
  RequestRow,
  SectionController,
  SectionPort,
  SectionRecord,
} from '../../contract/index.ts';
import { createSectionController } from '../controller.ts';
import { createFormDrafts } from '../form-drafts.ts';
import { createSavedDrafts } from '../saved-drafts.ts';
import { handClock, settle, type HandClock } from './clock.ts';

/** A CRM, a connector and a person in front of the section; every call of the port is counted. */
export interface World {
  readonly clock: HandClock;
  readonly section: SectionController;
  readonly calls: string[];
  /** What the server holds. */
  readonly record: () => SectionRecord;
  /** Rows of the request table. */
  readonly rows: () => readonly RequestRow[];
  /** The next calls of this kind reject with it. */
  readonly fail: (call: Call, thrown: unknown, times?: number) => void;
  readonly forgetFailures: (call: Call) => void;
  /** Products that were ever stored through the section or its form. */
  readonly stored: () => readonly CrmValue[];
  /** Calls of this kind do not return until `release`. */
  readonly hold: (call: Call) => void;
  readonly release: (call: Call) => Promise<void>;
  /** Somebody else changes values, by field path. */
  readonly edit: (values: SectionRecord['opportunity']['values']) => void;
  /** The connector writes its status and when it last synced. */
  readonly connectorWrites: (status: string) => void;
  readonly connectorAnswers: (status: RequestStatus, message?: string) => void;
  /** The server's record reaches the section without being asked for. */
  readonly push: () => Promise<void>;
  /** The person saves the host form (Dynamics). */
  readonly saveForm: () => Promise<void>;
  readonly does: (intent: Intent) => Promise<void>;
}

export type Call = 'refresh' | 'save' | 'createRequest';

/** A section of a deal that is ready and not shared yet, unless `parts` say otherwise. */
export async function worldOf(crm: CrmKind, parts: RecordParts = { draft: { sync: false } }): Promise<World> {
  const clock = handClock();
  const fields = SECTION_FIELDS[crm];
  const calls: string[] = [];
  const failures = new Map<Call, unknown[]>();
  const held = new Map<Call, (() => void)[]>();
  let record = { ...recordOf(crm, parts), readAt: clock.now().toISOString() };
  let form: Partial<FieldValues> = {};
  let rows = [...(parts.requests ?? [])];
  const storedProducts: CrmValue[] = [];
  let made = 0;

  const write = (values: SectionRecord['opportunity']['values']) => {
    const { opportunity } = record;
    record = {
      ...record,
      opportunity: {
        ...opportunity,
        values: { ...opportunity.values, ...values },
        modifiedAt: clock.now().toISOString(),
      },
    };
  };
  const store = (values: Partial<FieldValues>) => {
    if (values.products !== undefined) storedProducts.push(values.products);
    write(
      Object.fromEntries(Object.entries(values).map(([field, value]) => [fields[field as keyof FieldValues], value])),
    );
  };
  const called = async (call: Call, text: string) => {
    calls.push(text);
    const waiting = held.get(call);
    if (waiting !== undefined) await new Promise<void>((resolve) => waiting.push(resolve));
    const [failure, ...rest] = failures.get(call) ?? [];
    if (failure === undefined) return;
    failures.set(call, rest);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- platforms reject with plain objects
    throw failure;
  };
  const delivered = (): SectionRecord => ({ ...record, requests: rows, readAt: clock.now().toISOString() });

  const port: SectionPort = {
    async refresh() {
      await called('refresh', 'refresh');
      section.receivedRecord(delivered());
    },
    async save(values) {
      await called('save', `save ${JSON.stringify(values)}`);
      if (crm === 'salesforce') store(values);
      else form = { ...form, ...values };
    },
    async createRequest(action: RequestAction, reason) {
      await called('createRequest', `request ${action}${reason === null ? '' : ` (${reason})`}`);
      made += 1;
      const row = requestOf({ id: `row-${made}`, action, reason, createdAt: clock.now().toISOString() });
      rows = [row, ...rows];
      return row;
    },
    searchSolutions: () => Promise.resolve([]),
    solutionsById: () => Promise.resolve([]),
    goToField: (path) => void calls.push(`go to ${path}`),
    open: (url) => void calls.push(`open ${url}`),
    copy: (text) => Promise.resolve(void calls.push(`copy ${text}`)),
  };
  const section = createSectionController(port, clock, {
    crm,
    createDrafts: crm === 'dynamics' ? createFormDrafts : createSavedDrafts,
    shippedFields: SECTION_FIELDS[crm],
  });
  section.receivedConnection(connectionOf(crm));
  section.receivedRecord(delivered());
  await settle();

  return {
    clock,
    section,
    calls,
    record: () => record,
    rows: () => rows,
    fail(call, thrown, times = 1) {
      failures.set(call, [...(failures.get(call) ?? []), ...Array<unknown>(times).fill(thrown)]);
    },
    forgetFailures: (call) => void failures.delete(call),
    stored: () => storedProducts,
    hold(call) {
      if (!held.has(call)) held.set(call, []);
    },
    async release(call) {
      const waiting = held.get(call) ?? [];
      held.delete(call);
      for (const resolve of waiting) resolve();
      await settle();
    },
    edit: write,
    connectorWrites(status) {
      write({ [fields.status]: choiceToCrm(crm, 'status', status), [fields.lastSync]: clock.now().toISOString() });
    },
    connectorAnswers(status, message = 'Answered.') {
      rows = rows.map((row) =>
        row.status === 'queued' || row.status === 'working' ? { ...row, status, message } : row,
      );
    },
    async push() {
      section.receivedRecord(delivered());
      await settle();
    },
    async saveForm() {
      if (crm === 'salesforce') return;
      store(form);
      form = {};
      section.hostChanged({ formDirty: true });
      section.hostChanged({ formDirty: false });
      await settle();
    },
    async does(intent) {
      section.dispatch(intent);
      await settle();
    },
  };
}
