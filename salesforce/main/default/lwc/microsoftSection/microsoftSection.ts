import {
  accessOf,
  ACCOUNT_CONTACTS_QUERY,
  accountIdOf,
  CONNECTION_QUERY,
  connectionOf,
  DEAL_QUERY,
  onlyContactOf,
  opportunityOf,
  optionalFields,
  recordsOf,
  REQUEST_OBJECT,
  requestRowsOf,
  REQUIRED_FIELDS,
  SalesforcePort,
  SOLUTION_SEARCH_QUERY,
  SOLUTIONS_BY_ID_QUERY,
  WireQuestion,
  type FieldPolicy,
} from 'c/sectionPort';
import { TEXTS } from 'c/sectionTexts';
import {
  createSavedDrafts,
  createSectionController,
  describeSection,
  fromSalesforce,
  SALESFORCE_FIELDS,
  type ConnectionInfo,
  type EditableField,
  type Formats,
  type Intent,
  type SectionController,
  type SectionView,
} from 'c/syncCore';
import isAdmin from '@salesforce/customPermission/Cosell_Admin';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import { LightningElement, api, wire } from 'lwc';
import { graphql, type GraphQLResult } from 'lightning/graphql';
import { NavigationMixin } from 'lightning/navigation';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { getObjectInfo, type ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import {
  getRecord,
  notifyRecordUpdateAvailable,
  type RecordRepresentation,
  type WireResult,
} from 'lightning/uiRecordApi';
import { browserClock, listen } from './browser';
import { watchChanges } from './push';

const FORMATS: Formats = { locale, timeZone };
/** As long as the connector has published nothing: our own fields under their own names. */
const SHIPPED: FieldPolicy = { fields: SALESFORCE_FIELDS, mapping: [] };
/** Connection and contacts of the account are read again at most this often. */
const ALL_AGAIN_MS = 10_000;

/**
 * The Microsoft section on the record page of an opportunity: feeds the controller with what the wires deliver, shows the view that
 * comes of it, and hands on what the person wants. Everything it knows of Salesforce is in `c/sectionPort`.
 */
export default class MicrosoftSection extends NavigationMixin(LightningElement) {
  @api recordId?: string;
  /** App Builder: a title of your own. */
  @api sectionTitle = '';
  /** App Builder: nothing moved for this many minutes means stalled. */
  @api stalledAfterMinutes = 15;
  /** App Builder: the newest history entries below the fields. */
  @api hideHistory = false;
  /** App Builder: change events instead of polling alone; takes one of the org's streaming clients for each viewer. */
  @api usePush = false;

  view: SectionView | null = null;
  fields: readonly string[] | undefined;
  optionalFields: readonly string[] | undefined;
  accountId: string | null = null;
  searchVariables: { readonly pattern: string } | undefined;
  byIdVariables: { readonly ids: readonly string[] } | undefined;

  private record?: RecordRepresentation;
  private deal?: GraphQLResult;
  private accountContacts?: GraphQLResult;
  private objectInfo?: ObjectInfoRepresentation;
  private mayRequest: boolean | null = null;
  private connection: ConnectionInfo | 'none' | null = null;
  private allReadAt = 0;
  private refreshes: Record<string, (() => Promise<void>) | undefined> = {};
  private controller?: SectionController;
  private stop: (() => void)[] = [];

  private searches = new WireQuestion<{ readonly pattern: string }>((variables) => {
    this.searchVariables = variables;
  });
  private lookUps = new WireQuestion<{ readonly ids: readonly string[] }>((variables) => {
    this.byIdVariables = variables;
  });

  port = new SalesforcePort({
    recordId: () => this.recordId ?? '',
    accountId: () => this.accountId,
    policy: () => this.policy,
    refresh: () => this.readAgain(),
    search: (pattern) => this.searches.put({ pattern }),
    byId: (ids) => this.lookUps.put({ ids }),
    navigate: (page) => this[NavigationMixin.Navigate](page),
    focus: (field) => this.focusField(field),
  });

  connectedCallback(): void {
    const controller = createSectionController(this.port, browserClock, {
      crm: 'salesforce',
      createDrafts: createSavedDrafts,
      shippedFields: SALESFORCE_FIELDS,
      isAdmin: isAdmin === true,
      stalledAfterMinutes: Number(this.stalledAfterMinutes),
    });
    this.controller = controller;
    const refresh = () => this.port.refresh().catch((thrown: unknown) => controller.receivedProblem(thrown));
    const handler = registerRefreshHandler(this, refresh);
    this.stop = [
      () => controller.dispose(),
      controller.subscribe(() => this.draw()),
      () => unregisterRefreshHandler(handler),
      listen('online', () => controller.hostChanged({ online: true })),
      listen('offline', () => controller.hostChanged({ online: false })),
    ];
    if (this.usePush)
      this.stop.push(
        watchChanges(
          () => this.recordId,
          () => refresh(),
        ),
      );
    if (!this.recordId) controller.hostChanged({ unsaved: true });
    // Wires may have delivered before: a component that is moved on the page is connected again.
    if (this.connection !== null) controller.receivedConnection(this.connection);
    this.deliver();
    this.draw();
  }

  disconnectedCallback(): void {
    for (const stop of this.stop) stop();
    this.stop = [];
  }

  @wire(graphql, { query: CONNECTION_QUERY })
  gotConnection(result: GraphQLResult): void {
    if (!this.hasArrived('connection', result)) return;
    this.connection = connectionOf(result);
    const { mapping, fields } = this.policy;
    this.optionalFields = optionalFields({ mapping, fields });
    this.fields = REQUIRED_FIELDS;
    this.controller?.receivedConnection(this.connection);
    this.deliver();
  }

  @wire(getRecord, { recordId: '$recordId', fields: '$fields', optionalFields: '$optionalFields' })
  gotRecord({ data, error }: WireResult<RecordRepresentation>): void {
    if (error !== undefined) this.failed(error);
    if (data === undefined) return;
    this.record = data;
    this.accountId = accountIdOf(data);
    this.deliver();
  }

  @wire(getObjectInfo, { objectApiName: 'Opportunity' })
  gotObjectInfo({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (error !== undefined) this.failed(error);
    this.objectInfo = data ?? this.objectInfo;
    this.deliver();
  }

  @wire(getObjectInfo, { objectApiName: REQUEST_OBJECT })
  gotRequestInfo({ data, error }: WireResult<ObjectInfoRepresentation>): void {
    if (data === undefined && error === undefined) return;
    this.mayRequest = data?.createable ?? false;
    this.deliver();
  }

  @wire(graphql, { query: '$dealQuery', variables: '$dealVariables' })
  gotDeal(result: GraphQLResult): void {
    if (!this.hasArrived('deal', result)) return;
    this.deal = result.data === undefined ? (this.deal ?? {}) : result;
    this.deliver();
  }

  @wire(graphql, { query: '$accountQuery', variables: '$accountVariables' })
  gotAccountContacts(result: GraphQLResult): void {
    if (!this.hasArrived('account', result)) return;
    this.accountContacts = result;
    this.deliver();
  }

  @wire(graphql, { query: '$searchQuery', variables: '$searchVariables' })
  gotSearch(result: GraphQLResult): void {
    this.searches.received(result);
  }

  @wire(graphql, { query: '$byIdQuery', variables: '$byIdVariables' })
  gotSolutions(result: GraphQLResult): void {
    this.lookUps.received(result);
  }

  // A wire without a query asks nothing.
  get dealQuery() {
    return this.recordId ? DEAL_QUERY : undefined;
  }
  get dealVariables() {
    return { id: this.recordId };
  }
  get accountQuery() {
    return this.accountId === null ? undefined : ACCOUNT_CONTACTS_QUERY;
  }
  get accountVariables() {
    return { account: this.accountId };
  }
  get searchQuery() {
    return this.searchVariables && SOLUTION_SEARCH_QUERY;
  }
  get byIdQuery() {
    return this.byIdVariables && SOLUTIONS_BY_ID_QUERY;
  }

  wanted(event: CustomEvent<Intent>): void {
    this.controller?.dispatch(event.detail);
  }

  private get policy(): FieldPolicy {
    return this.connection === null || this.connection === 'none' ? SHIPPED : this.connection.policy;
  }

  /** The first emission of a wire that has only begun to ask is empty. */
  private hasArrived(name: string, { data, errors, refresh }: GraphQLResult): boolean {
    this.refreshes[name] = refresh;
    return data !== undefined || errors !== undefined;
  }

  /** Hands the record to the controller as soon as all its parts are there, and again with every part that is new. */
  private deliver(): void {
    const { record, objectInfo, deal, policy, mayRequest } = this;
    if (!record || !objectInfo || !deal || mayRequest === null || this.connection === null) return;
    const [node = {}] = recordsOf(deal, 'Opportunity');
    this.controller?.receivedRecord({
      opportunity: opportunityOf(record, node, policy),
      accountContact: onlyContactOf(this.accountContacts),
      access: accessOf(objectInfo, policy),
      mayRequest,
      requests: requestRowsOf(node),
      readAt: new Date().toISOString(),
    });
  }

  /**
   * Past every cache. What is newer arrives through the wires; delivered once more, because what has not changed does not. While
   * an answer is awaited, only what it moves is read with every look.
   */
  private async readAgain(): Promise<void> {
    const recordId = this.recordId ?? '';
    const isEarly = Date.now() - this.allReadAt < ALL_AGAIN_MS;
    if (!isEarly) this.allReadAt = Date.now();
    const names = isEarly ? ['deal'] : Object.keys(this.refreshes);
    await Promise.all([notifyRecordUpdateAvailable([{ recordId }]), ...names.map((name) => this.refreshes[name]?.())]);
    this.deliver();
  }

  private failed(error: unknown): void {
    this.controller?.receivedProblem(fromSalesforce(error, this.policy.fields));
  }

  private focusField(field: EditableField): void {
    const view = this.refs?.view as (HTMLElement & { focusField(name: EditableField): void }) | undefined;
    view?.focusField(field);
  }

  private draw(): void {
    if (this.controller) this.view = describeSection(this.controller.state(), TEXTS, FORMATS);
  }
}
