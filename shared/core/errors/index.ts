export * from './codes.ts';
export * from './cosell-error.ts';
