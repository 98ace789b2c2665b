import { asCosellError } from '../../core/index.ts';

/** One thing that readiness depends on. */
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
  readonly ready: boolean;
  readonly checks: readonly CheckResult[];
}

const CHECK_TIMEOUT_MS = 5_000;

/**
 * Runs all checks side by side and keeps the answer for `keepMs`, so that a monitor that asks often costs the other
 * systems nothing.
 */
export function createHealth(checks: readonly Check[], keepMs: number, now: () => number): () => Promise<Health> {
  let kept: { readonly until: number; readonly health: Promise<Health> } | null = null;
  return () => {
    if (!kept || kept.until <= now()) kept = { until: now() + keepMs, health: runAll(checks) };
    return kept.health;
  };
}

async function runAll(checks: readonly Check[]): Promise<Health> {
  const results = await Promise.all(checks.map(runOne));
  return { ready: results.every((result) => result.ok), checks: results };
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
