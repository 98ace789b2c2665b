export { matchAccount } from './match-account.ts';
export {
  lookupOf,
  planNewOpportunity,
  type NewOpportunityInput,
  type NewOpportunityPlan,
} from './plan-new-opportunity.ts';
export { isLead, routeReferral, targetOf, type Route } from './route.ts';
export type * from './types.ts';
