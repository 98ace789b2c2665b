/** The part of a pino logger that this folder uses. Never receives tokens, bodies or personal data. */
export interface Log {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export const SILENT_LOG: Log = { debug: () => undefined, warn: () => undefined };
