export { prependAudit, renderAudit } from './render.ts';
export type * from './types.ts';
