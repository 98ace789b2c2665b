export { checkReadiness } from './check-readiness.ts';
export type * from './types.ts';
