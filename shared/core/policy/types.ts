import type { CrmKind, CurrencyCode } from '../model/index.ts';
import type { Mapping } from '../mapping/types.ts';
import type { SectionFieldNames } from '../mapping/section-fields.ts';

/** What an administrator decides about syncing one CRM. Built from the configuration by `buildPolicy`; total, without half-defaults. */
export interface SyncPolicy {
  readonly crm: CrmKind;
  readonly fields: SectionFieldNames;
  readonly mapping: Mapping;
  readonly stages: StageNames;
  /** For organisations without multi-currency. */
  readonly defaultCurrency: CurrencyCode | null;
  /** IANA zone in which people at Partner Center mean their closing dates; see model/close-date.ts. */
  readonly partnerCenterTimeZone: string;
  /** `https://…?id={id}`: the page for people; `{id}` is replaced. */
  readonly referralLinkTemplate: string;
  /** What the partner has agreed with the customer: without consent nothing is shared. */
  readonly consent: { readonly shareInfoWithOthers: boolean; readonly contact: boolean };
  /** Solution ids that are accepted besides `SOL-…` and GUIDs (regular expression source, anchored by us), or `null`. */
  readonly extraSolutionIdPattern: string | null;
  /** Length of the audit field in characters. */
  readonly auditMaxLength: number;
  readonly inbound: InboundPolicy;
}

/** How a deal that Microsoft sent is answered and ends. Which CRM it goes to is decided before (inbound/route.ts). */
export interface InboundPolicy {
  /** Moving the opportunity out of the on-hold stage accepts the deal, closing it as lost declines it. */
  readonly answerByStage: boolean;
  /** The opportunity is closed as lost when its deal was declined; otherwise only the status says so. */
  readonly closeWhenDeclined: boolean;
  /** The same when nobody answered in time. */
  readonly closeWhenExpired: boolean;
}

/** CRM stage words that carry a phase. Salesforce: StageName values; Dynamics: statuscode integers as text. */
export interface StageNames {
  readonly onHold: string;
  readonly active: string;
  readonly won: string;
  readonly lost: string;
}
