export * from './parts.ts';
export * from './states.ts';
