export * from './audit/index.ts';
export * from './errors/index.ts';
export * from './mapping/index.ts';
export * from './model/index.ts';
export * from './plan/index.ts';
export * from './policy/index.ts';
export * from './readiness/index.ts';
