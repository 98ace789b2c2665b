export * from './edits.ts';
export * from './fake-crm.ts';
export * from './fake-partner-center.ts';
export * from './opportunities.ts';
export * from './referrals.ts';
export * from './world.ts';
