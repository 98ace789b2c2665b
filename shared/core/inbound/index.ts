export { linkRefusal, linkTo, releasedValues, type LinkRefusal, type Placeholder } from './link-existing.ts';
export { matchAccount } from './match-account.ts';
export {
  lookupOf,
  planNewOpportunity,
  type NewOpportunityInput,
  type NewOpportunityPlan,
} from './plan-new-opportunity.ts';
export { isLead, routeReferral, targetOf, type Route } from './route.ts';
export type * from './types.ts';
