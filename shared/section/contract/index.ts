export * from './port.ts';
export * from './state.ts';
export * from './texts.ts';
export * from './view.ts';
