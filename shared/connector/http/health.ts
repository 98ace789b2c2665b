import { asCosellError } from '../../core/index.ts';

/** One thing to look at. */
export interface Check {
  readonly name: string;
  /** Rejects when it is not in order. */
  readonly run: () => Promise<void>;
}

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  /** A stable error code when it is not. */
  readonly code: string | null;
  readonly message: string | null;
}

export interface Health {
  /** This process can take in and store events. */
  readonly ready: boolean;
  /** What readiness depends on: database, queue, change events. */
  readonly checks: readonly CheckResult[];
  /** The systems outside. When one is away its work waits in the queue, so that nothing but that work depends on it. */
  readonly systems: readonly CheckResult[];
}

const CHECK_TIMEOUT_MS = 5_000;

/**
 * Runs all checks side by side and keeps the results for `keepMs`, so that a monitor that asks often costs nobody anything.
 * While they are made again, a caller waits for them, or without `waits` gets the last results: so no system outside that is
 * slow makes us slow. The very first caller always waits.
 */
export function createChecks(
  checks: readonly Check[],
  { keepMs, waits }: { readonly keepMs: number; readonly waits: boolean },
  now: () => number,
): () => Promise<readonly CheckResult[]> {
  let last: Promise<readonly CheckResult[]> | null = null;
  let underWay: Promise<readonly CheckResult[]> | null = null;
  let until = 0;
  return () => {
    if (!underWay && now() >= until) {
      const run = Promise.all(checks.map(runOne)).then((results) => {
        until = now() + keepMs;
        last = run;
        underWay = null;
        return results;
      });
      underWay = run;
    }
    return (waits ? (underWay ?? last) : (last ?? underWay)) ?? Promise.resolve([]);
  };
}

/** Both kinds of checks as one answer. */
export async function healthOf(
  essentials: () => Promise<readonly CheckResult[]>,
  outside: () => Promise<readonly CheckResult[]>,
): Promise<Health> {
  const [checks, systems] = await Promise.all([essentials(), outside()]);
  return { ready: checks.every(({ ok }) => ok), checks, systems };
}

/** `degraded`: ready, but a system outside is away. */
export function statusOf({ ready, systems }: Health): 'ready' | 'degraded' | 'not ready' {
  if (!ready) return 'not ready';
  return systems.every(({ ok }) => ok) ? 'ready' : 'degraded';
}

async function runOne({ name, run }: Check): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([run(), late]);
    return { name, ok: true, code: null, message: null };
  } catch (thrown) {
    const { code, message } = asCosellError(thrown);
    return { name, ok: false, code, message };
  } finally {
    clearTimeout(timer);
  }
}
