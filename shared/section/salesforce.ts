/*
 * What the Lightning section takes from the shared code; scripts/build/lwc.ts makes the module `c/syncCore` of it. It names only
 * what is used there, because everything in it counts against the size of the section: never `planSync`.
 */
export { crmPathsToRead } from '../core/mapping/crm-paths.ts';
export { SALESFORCE_FIELDS } from '../core/mapping/section-fields.ts';
export { parseDecimal } from '../core/model/money.ts';
export { parseSolutions } from '../core/model/solution.ts';
export { EDITABLE_FIELDS } from './contract/state.ts';
export { describeSection } from './describe/describe-section.ts';
export { createSectionController } from './in-place/controller.ts';
export { PortError, problem } from './in-place/port-error.ts';
export { createSavedDrafts } from './in-place/saved-drafts.ts';
export { fromSalesforce } from './in-place/salesforce-errors.ts';
export type * from '../core/mapping/index.ts';
export type * from '../core/model/index.ts';
export type * from '../core/policy/index.ts';
export type * from './contract/index.ts';
