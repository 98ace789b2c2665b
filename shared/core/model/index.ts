export type * from './deal.ts';
export type * from './link.ts';
export type * from './opportunity.ts';
export type * from './referral.ts';
export type * from './scalars.ts';
export * from './help.ts';
export * from './status.ts';
