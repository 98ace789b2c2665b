/**
 * The values that Partner Center's referral resource allows. Source: learn.microsoft.com/partner-center/developer/referral-resources
 * and the value lists collected in `reference/samples/enums.json`.
 */
export const STATUSES = ['New', 'Active', 'Closed'] as const;
export const SUBSTATUSES = ['Pending', 'Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired', 'Error'] as const;
export const TYPES = ['Independent', 'Shared'] as const;
export const QUALIFICATIONS = ['None', 'Direct', 'MarketingQualified', 'SalesQualified'] as const;
export const TARGET_TYPES = ['None', 'BusinessProfileLocation', 'SolutionProfile'] as const;
export const SOLUTION_TAG_TYPES = ['None', 'Category', 'Name'] as const;
export const PROFILE_ID_TYPES = ['Duns', 'External'] as const;

/** "How can Microsoft help?" with the labels of Partner Center's form; `Unknown` asks for nothing. */
export const HELP_LABELS = {
  WorkloadSpecificValueProposition: 'Workload Specific Value Proposition',
  CustomerTechnicalArchitecture: 'Customer Technical Architecture',
  ProofOfConceptOrDemo: 'Proof Of Concept or Demo',
  QuotesOrLicensing: 'Quotes or Licensing',
  PostSalesCustomerSuccess: 'Post Sales Customer Success',
  GeneralOrOther: 'General or Other',
} as const;
export const HELP_NOT_ASKED = 'Unknown';
export const ASSISTANCE_REQUEST_CODES = [
  'Unknown',
  'WorkloadSpecificValueProposition',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'GeneralOrOther',
] as const;

/** Both forms that were seen: the connector's words and the percent on the wire. */
export const SALES_STAGES = ['Qualify', 'Develop', 'Propose', 'Close', '10', '20', '40', '60', '80', '100'] as const;

export const CUSTOMER_SIZES = [
  '1to50employees',
  '51to500employees',
  'Morethan500employees',
  '1to9employees',
  '10to50employees',
  '51to250employees',
  '251to1000employees',
  '1001to5000employees',
  '5001to10000employees',
  '10001to20000employees',
  'Morethan20000employees',
] as const;

export const PRODUCTS = [
  'Azure',
  'EnterpriseMobilityAndSecurity',
  'Exchange',
  'DeveloperTools',
  'Dynamics365Business',
  'Dynamics365Enterprise',
  'DynamicsAX,GP,NAV,SL',
  'Microsoft365',
  'Office',
  'PowerBI',
  'Project',
  'SharePoint',
  'SkypeForBusiness',
  'Surface',
  'SurfaceHub',
  'SQL',
  'Teams',
  'Visio',
  'Windows',
  'Yammer',
] as const;

export const SERVICES = [
  'ConsultingAndProfessional',
  'CustomSolution(ISV)',
  'DeploymentOrMigration',
  'Hardware',
  'Integration',
  'IPServices(ISV)',
  'LearningAndCertification',
  'Licensing',
  'ManagedServices',
  'ProjectServices',
] as const;

export const INDUSTRIES = [
  'Agriculture, Forestry, & Fishing',
  'Communications & Media',
  'Education',
  'Financial Services',
  'Government',
  'Healthcare',
  'Hospitality',
  'Manufacturing',
  'Power & Utilities',
  'Public Safety and National Security',
  'Retail & Consumer Goods',
  'Services',
  'Travel & Transportation',
  'Wholesale & Distribution',
] as const;

/** Requirement attributes; only the first has a known value list. */
export const ATTRIBUTE_TYPES = ['CustomerMarketplaceIntent', 'PartnerRole', 'SolutionArea', 'SolutionPlay'] as const;
export const MARKETPLACE_INTENTS = ['HaveNotDecided', 'Yes', 'No'] as const;

export const WEBHOOK_EVENTS = [
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'test-created',
] as const;
