import { randomUUID } from 'node:crypto';
import { createDynamics } from '../../../scripts/sandbox/dynamics/index.ts';
import { choiceFromCrm, choiceToCrm } from '../../../shared/core/mapping/choices.ts';
import { SECTION_FIELDS } from '../../../shared/core/mapping/section-fields.ts';
import type { CrmValue } from '../../../shared/core/model/index.ts';
import {
  changeHintsFromExecutionContext,
  createDynamicsCrm,
  ownedColumns,
} from '../../../shared/crm/dynamics/index.ts';
import { silent } from '../../../shared/crm/dynamics/testkit/fake-service.ts';
import type { CrmPort } from '../../../shared/crm/port.ts';
import type { Actor, CrmWorld, OpportunitySeed } from '../../contract/crm-port.ts';
import { controlsOf } from './support/controls.ts';
import { type Columns, DynamicsOrgClient } from './support/dynamics-org-client.ts';
import { startWebhookReceiver } from './support/webhook-receiver.ts';

const FIELDS = SECTION_FIELDS.dynamics;
const PATHS = {
  name: 'name',
  amount: 'estimatedvalue',
  closeDate: 'estimatedclosedate',
  description: 'description',
  accountName: 'parentaccountid.name',
  accountCountry: 'parentaccountid.address1_country',
  accountPostalCode: 'parentaccountid.address1_postalcode',
  currency: 'transactioncurrencyid.isocurrencycode',
} as const;
const SETS = { opportunity: 'opportunities', account: 'accounts', contact: 'contacts', request: 'cosell_requests' };

export interface DynamicsWorld extends CrmWorld {
  readonly org: DynamicsOrgClient;
}

/** The Dynamics adapter before its stand-in; all seeding by plain Web API calls of the seller and the integration user. */
export async function createDynamicsWorld(): Promise<DynamicsWorld> {
  const receiver = await startWebhookReceiver();
  const standIn = createDynamics({ webhookUrl: receiver.url });
  const { url } = await standIn.listen(0);
  const org = new DynamicsOrgClient(url);
  const ports: CrmPort[] = [];

  const anotherPort: CrmWorld['anotherPort'] = ({
    extraPaths = [],
    written = [],
    timeoutMs = 10_000,
    clientSecret = 'sandbox',
  } = {}) => {
    const made = createDynamicsCrm(
      { serverUrl: url, authority: `${url}/sandbox`, clientId: 'sandbox', clientSecret, apiVersion: '9.2' },
      {
        paths: [...Object.values(PATHS), ...Object.values<string>({ ...FIELDS }), ...extraPaths],
        written,
        fields: FIELDS,
        timeoutMs,
        log: silent,
      },
    );
    ports.push(made);
    return made;
  };
  /** What is changed while nobody listens is not delivered late to the next who does. */
  const deliver = (mode: 'normal' | 'drop') => org.control('POST', 'webhooks', { mode });
  await deliver('drop');
  const consumerId = await org.create('seller', SETS.contact, { lastname: 'Consumer' });
  const assign = async (opportunityId: string, to: Actor) =>
    org.update('sandbox', SETS.opportunity, opportunityId, {
      'ownerid@odata.bind': `/systemusers(${await org.userId(to)})`,
    });

  return {
    org,
    port: anotherPort(),
    fields: FIELDS,
    paths: PATHS,
    checksVersions: true,
    delivery: 'webhook',
    unknownPath: 'parentaccountid.nowhere',
    readOnlyPath: 'createdon',
    readPath: '$batch',
    writePath: '$batch',
    anotherPort,

    createAccount: ({ name, country, postalCode }) =>
      org.create('seller', SETS.account, {
        name,
        address1_country: country,
        ...(postalCode !== undefined && { address1_postalcode: postalCode }),
      }),
    leadsOf: async (referralId) =>
      (await org.query('leads', `leadid eq ${referralId}`)).map((row) => [
        row.companyname,
        row.lastname,
        row.emailaddress1,
      ]),
    countAccounts: async (name) => (await org.query(SETS.account, `name eq '${name.replaceAll("'", "''")}'`)).length,
    createContact: ({ firstName, lastName, email, phone, accountId }) =>
      org.create('seller', SETS.contact, {
        firstname: firstName,
        lastname: lastName,
        emailaddress1: email,
        ...(phone !== undefined && { telephone1: phone }),
        ...(accountId !== undefined && { 'parentcustomerid_account@odata.bind': `/accounts(${accountId})` }),
      }),
    createOpportunities: (seeds) =>
      org.createAll(
        'seller',
        SETS.opportunity,
        'opportunityid',
        seeds.map((seed) => toColumns(seed, consumerId)),
      ),
    updateOpportunity: (id, values, as: Actor = 'seller') => org.update(as, SETS.opportunity, id, values),
    updateAccount: (id, { country }) => org.update('seller', SETS.account, id, { address1_country: country }),
    updateContact: (id, { phone }) => org.update('seller', SETS.contact, id, { telephone1: phone }),
    lock: async (id) => {
      await org.control('POST', 'locks', { ids: [id], times: 100 });
    },
    addContact: async (opportunityId, contactId) => {
      await org.create('seller', 'connections', {
        'record1id_opportunity@odata.bind': `/opportunities(${opportunityId})`,
        'record2id_contact@odata.bind': `/contacts(${contactId})`,
      });
    },
    userOf: async (actor) => {
      const id = await org.userId(actor);
      const { internalemailaddress } = await org.read('systemusers', id, ['internalemailaddress']);
      return { id, email: String(internalemailaddress) };
    },
    leaver: 'noor.haddad@northwind.example',
    unknownUser: randomUUID(),
    addMember: async (opportunityId, userId) => {
      await org.create('seller', 'connections', {
        'record2id_opportunity@odata.bind': `/opportunities(${opportunityId})`,
        'record1id_systemuser@odata.bind': `/systemusers(${userId})`,
      });
    },
    deleteOpportunity: (id) => org.remove('seller', SETS.opportunity, id),
    readOpportunity: (id, fields) => org.read(SETS.opportunity, id, fields),
    createRequest: async (as, opportunityId, action, reason) => {
      const row = {
        cosell_name: 'A request',
        cosell_action: choiceToCrm('dynamics', 'requestAction', action),
        'cosell_opportunityid@odata.bind': `/opportunities(${opportunityId})`,
        ...(reason !== undefined && { cosell_reason: reason }),
      };
      if (as !== 'stranger') return org.create(as, SETS.request, row);
      // The stranger can make a request while the opportunity is his; then it is taken from him.
      await assign(opportunityId, 'stranger');
      const id = await org.create('stranger', SETS.request, row);
      await assign(opportunityId, 'seller');
      return id;
    },
    readRequest: async (id) => {
      const columns = ['cosell_status', 'cosell_message', 'cosell_errorcode', 'cosell_completedat'];
      const row = await org.read(SETS.request, id, columns);
      return {
        status: choiceFromCrm('dynamics', 'requestStatus', row.cosell_status as CrmValue) ?? '',
        message: textOrNull(row.cosell_message),
        errorCode: textOrNull(row.cosell_errorcode),
        completedAt: textOrNull(row.cosell_completedat),
      };
    },

    readConnections: async (as) => {
      const rows = await org.query('cosell_connections', 'cosell_key ne null', as);
      return rows.map((row) => ({
        key: String(row.cosell_key),
        details: String(row.cosell_details),
        lastSeenAt: new Date(String(row.cosell_lastseen)).toISOString(),
      }));
    },

    listen: async (_position, handlers) => {
      const owned = ownedColumns(FIELDS);
      receiver.deliverTo((body) => handlers.onHints(changeHintsFromExecutionContext(body, owned), null));
      await deliver('normal');
      return {
        stop: async () => {
          await deliver('drop');
          receiver.deliverTo(null);
        },
      };
    },

    ...controlsOf(org, /\/oauth2\//),

    close: async () => {
      await Promise.all(ports.map((made) => made.close()));
      await standIn.close();
      await receiver.close();
    },
  };
}

/** Dynamics wants a customer for every opportunity: without an account it is a consumer. */
function toColumns(seed: OpportunitySeed, consumerId: string): Columns {
  const { name, amount, closeDate, description, sync, help, products, accountId, contactIds = [] } = seed;
  return {
    name,
    ...(accountId === undefined
      ? { 'customerid_contact@odata.bind': `/contacts(${consumerId})` }
      : {
          'customerid_account@odata.bind': `/accounts(${accountId})`,
          'parentaccountid@odata.bind': `/accounts(${accountId})`,
        }),
    ...(amount !== undefined && { estimatedvalue: Number(amount) }),
    ...(closeDate !== undefined && { estimatedclosedate: closeDate }),
    ...(description !== undefined && { description }),
    ...(sync !== undefined && { [FIELDS.sync]: sync }),
    ...(help !== undefined && { [FIELDS.help]: choiceToCrm('dynamics', 'help', help) }),
    ...(products !== undefined && { [FIELDS.products]: products }),
    ...(contactIds[0] !== undefined && { 'parentcontactid@odata.bind': `/contacts(${contactIds[0]})` }),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
