export * from './parts.ts';
export * from './states.ts';
export * from './dialogs.ts';
export * from './gallery.ts';
