export { planNewLead, type NewLead } from './plan-lead.ts';
export { linkRefusal, linkTo, releasedValues, type LinkRefusal, type Placeholder } from './link-existing.ts';
export { lookupOf, planNewOpportunity, type NewOpportunityPlan } from './plan-new-opportunity.ts';
export { routeReferral, targetOf, type Route } from './route.ts';
export type * from './types.ts';
