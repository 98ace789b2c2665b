import pino from 'pino';

/** The lines the connector writes. Contexts carry ids, codes and counts, never field values or personal data. */
export interface Log {
  debug(context: object, message: string): void;
  info(context: object, message: string): void;
  warn(context: object, message: string): void;
  error(context: object, message: string): void;
  child(context: object): Log;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What must never be written, wherever somebody puts it. */
const SECRETS = [
  'authorization',
  'password',
  'token',
  'access_token',
  'refresh_token',
  'clientSecret',
  'secret',
  'webhookKey',
];

/**
 * A structured log: one JSON object per line, on standard error, so that standard output stays for what commands report.
 */
export function createLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: { service: 'cosell' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.headers.${name}`]), censor: '[secret]' },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
