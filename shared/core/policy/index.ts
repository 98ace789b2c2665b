export { buildPolicy } from './build-policy.ts';
export type * from './connection-info.ts';
export type * from './options.ts';
export type * from './types.ts';
