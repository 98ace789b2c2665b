import { buildPolicy } from '../../../shared/core/policy/build-policy.ts';
import { choiceToCrm } from '../../../shared/core/mapping/choices.ts';
import type { WebApi } from '../crm/query-table.ts';
import { OPPORTUNITY_ID } from './context.ts';

type Row = Record<string, unknown>;

export interface FakeDataverse extends WebApi {
  readonly rows: { opportunity: Row; [table: string]: Row | readonly Row[] };
  /** Every call: method, table, and what was asked or sent. */
  readonly calls: { readonly method: string; readonly table: string; readonly sent: unknown }[];
  /** Calls of this table fail so. */
  failures: Record<string, Error>;
}

const CONTACT = {
  contactid: '22222222-0000-4000-8000-000000000001',
  firstname: 'Ada',
  lastname: 'Stone',
  emailaddress1: 'ada@fabrikam.example',
  telephone1: null,
  mobilephone: '+1 555 0100',
};
const OWNER = {
  systemuserid: '33333333-0000-4000-8000-000000000001',
  firstname: 'Kim',
  lastname: 'Berg',
  internalemailaddress: 'kim@contoso.example',
  address1_telephone1: '+1 555 0199',
  mobilephone: null,
};

/** Rows by table as `context.webAPI` hands them out: numbers are doubles, and whatever a query asks, all columns come. */
export function fakeDataverse(changes: Row = {}): FakeDataverse {
  const calls: FakeDataverse['calls'] = [];
  const fake: FakeDataverse = {
    calls,
    failures: {},
    rows: {
      opportunity: { ...readyOpportunity(), ...changes },
      connection: [],
      cosell_request: [],
      cosell_solution: [
        { cosell_solutionidentifier: 'SOL-15974-MQF', cosell_name: 'Cold chain', cosell_type: 'IP' },
        { cosell_solutionidentifier: 'SOL-2-BB', cosell_name: 'Shop floor', cosell_type: null },
      ],
      cosell_connection: [
        {
          cosell_lastseen: '2026-11-20T10:00:00Z',
          cosell_details: JSON.stringify({
            version: '0.2.0',
            policy: buildPolicy({ crm: 'dynamics' }),
            state: 'ok',
            since: '2026-11-20T08:00:00Z',
            lastSeenAt: '2026-11-20T09:00:00Z',
            heartbeatSeconds: 60,
            setupUrl: null,
            adminContact: null,
          }),
        },
      ],
    },
    retrieveRecord: (table, id, options) =>
      answer('retrieveRecord', table, `${id}${options}`, () => fake.rows[table] as Row),
    retrieveMultipleRecords: (table, options) =>
      answer('retrieveMultipleRecords', table, options, () => ({
        entities: (fake.rows[table] ?? []) as readonly Row[],
      })),
    createRecord: (table, row) =>
      answer('createRecord', table, row, () => ({ id: '44444444-0000-4000-8000-000000000001' })),
  };
  function answer<T>(method: string, table: string, sent: unknown, value: () => T): Promise<T> {
    calls.push({ method, table, sent });
    const failure = fake.failures[table];
    return failure ? Promise.reject(failure) : Promise.resolve(value());
  }
  return fake;
}

function readyOpportunity(): Row {
  return {
    '@odata.etag': 'W/"1"',
    opportunityid: OPPORTUNITY_ID,
    modifiedon: '2026-11-20T09:00:00Z',
    _parentaccountid_value: '55555555-0000-4000-8000-000000000001',
    _owningteam_value: null,
    name: 'Fabrikam cold chain',
    estimatedvalue: 184_500.5,
    estimatedclosedate: '2027-03-01',
    description: null,
    statecode: 0,
    statuscode: 1,
    cosell_syncwithpartnercenter: false,
    cosell_howcanmicrosofthelp: choiceToCrm('dynamics', 'help', 'GeneralOrOther'),
    cosell_products: 'SOL-15974-MQF',
    cosell_referralvisible: false,
    cosell_syncstatus: null,
    cosell_referralidentifier: null,
    cosell_referrallink: null,
    cosell_microsoftcrmidentifier: null,
    cosell_lastsync: null,
    cosell_referraldirection: null,
    cosell_syncdetails: null,
    cosell_audit: null,
    parentaccountid: {
      name: 'Fabrikam',
      address1_line1: '1 Main St',
      address1_line2: null,
      address1_city: 'Oslo',
      address1_stateorprovince: null,
      address1_postalcode: '0150',
      address1_country: 'NO',
    },
    transactioncurrencyid: { isocurrencycode: 'NOK' },
    parentcontactid: CONTACT,
    owninguser: OWNER,
  };
}

/** What `context.webAPI` rejects with; the number comes with or without sign. */
export function platformError(errorCode: number): Error {
  return Object.assign(new Error('Refused.'), { errorCode });
}
