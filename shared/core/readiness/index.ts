export { checkReadiness } from './check-readiness.ts';
export { needsOnlyContact } from './only-contact.ts';
export type * from './types.ts';
