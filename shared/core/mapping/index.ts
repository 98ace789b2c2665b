export * from './choices.ts';
export { crmPathsToRead, crmPathsToWrite } from './crm-paths.ts';
export { dealFromCrm } from './deal-from-crm.ts';
export { dealFromReferral } from './deal-from-referral.ts';
export { SECTION_FIELDS, type SectionFieldNames } from './section-fields.ts';
export { PLACES } from './types.ts';
export type * from './types.ts';
