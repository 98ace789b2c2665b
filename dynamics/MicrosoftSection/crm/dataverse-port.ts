import { DYNAMICS_FIELDS } from '../../../shared/core/mapping/section-fields.ts';
import type {
  ConnectionInfo,
  SectionController,
  SectionPort,
  SectionRecord,
} from '../../../shared/section/contract/index.ts';
import { fromDynamics } from '../../../shared/section/in-place/dynamics-errors.ts';
import type { FormValues } from '../host/form-values.ts';
import type { WebApi } from './query-table.ts';
import { readConnection } from './read-connection.ts';
import { readOpportunity } from './read-opportunity.ts';
import { createRequest, readRequests } from './requests.ts';
import { searchSolutions, solutionsById } from './solutions.ts';

/** What the port needs of the form at the moment of a call; the platform hands out a new context with every update. */
export interface PortHost {
  readonly api: WebApi;
  /** `null`: the row has not been saved. */
  readonly recordId: string | null;
  /** Moves whenever the form has saved or loaded the row: what was asked for before is out of date. */
  readonly formVersion: number;
  readonly access: SectionRecord['access'];
  readonly mayRequest: boolean;
  readonly userName: string;
  readonly openUrl: (url: string) => void;
  readonly goToField: (path: string) => void;
}

/** What is read goes to `received…`. */
interface PortParts extends Pick<SectionController, 'receivedRecord' | 'receivedConnection'> {
  readonly host: () => PortHost;
  readonly form: FormValues;
  readonly now: () => Date;
}

/** The connection is published about once a minute; while an answer is waited for, it need not be read with every look. */
const CONNECTION_KEPT_MS = 30_000;

/** Without a connection only the section's own fields are read. */
const WITHOUT_MAPPING = { fields: DYNAMICS_FIELDS, mapping: [] };

/** `SectionPort` over `context.webAPI` alone. */
export function createDataversePort({ host, form, now, receivedRecord, receivedConnection }: PortParts): SectionPort {
  let connection: { readonly info: ConnectionInfo | 'none'; readonly until: number } | null = null;

  async function currentConnection(api: WebApi): Promise<ConnectionInfo | 'none'> {
    if (connection === null || connection.until <= now().valueOf()) {
      const info = await readConnection(api);
      connection = { info, until: now().valueOf() + CONNECTION_KEPT_MS };
      receivedConnection(info);
    }
    return connection.info;
  }

  async function readRow({ api, mayRequest }: PortHost, id: string): Promise<Omit<SectionRecord, 'access'>> {
    const [requests, row] = await Promise.all([
      mayRequest ? readRequests(api, id) : [],
      currentConnection(api).then((info) => readOpportunity(api, id, info === 'none' ? WITHOUT_MAPPING : info.policy)),
    ]);
    return { ...row, mayRequest, requests, readAt: now().toISOString() };
  }

  return {
    refresh: () =>
      sorted(async () => {
        let asked = host();
        while (asked.recordId !== null) {
          const row = await readRow(asked, asked.recordId);
          const { recordId, formVersion, access } = host();
          if (recordId === asked.recordId && formVersion === asked.formVersion)
            return receivedRecord({ ...row, access });
          // Saved while it was read: old values must not count as what the save has made of them.
          asked = host();
        }
      }),
    save(values) {
      form.hand(values);
      return Promise.resolve();
    },
    createRequest(action, reason) {
      const { api, recordId, userName } = host();
      return sorted(() =>
        createRequest(api, { opportunityId: recordId ?? '', action, reason, by: userName, at: now() }),
      );
    },
    searchSolutions: (text) => sorted(() => searchSolutions(host().api, text)),
    solutionsById: (ids) => sorted(() => solutionsById(host().api, ids)),
    goToField: (path) => host().goToField(path),
    open: (url) => host().openUrl(url),
    copy: (text) => sorted(() => navigator.clipboard.writeText(text)),
  };
}

/** Everything that fails reaches the section sorted by what the person can do about it. */
async function sorted<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    throw fromDynamics(thrown);
  }
}
