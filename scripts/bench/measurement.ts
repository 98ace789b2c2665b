/** One line of the report (design.md §6). A figure that a scenario does not have is `null`. */
export interface Measurement {
  readonly name: string;
  readonly crm: string;
  readonly events_per_s: number | null;
  readonly ratio_to_bare_loop: number | null;
  readonly partner_center_calls_per_change: number | null;
  readonly crm_calls_per_change: number | null;
  readonly p50_ms: number | null;
  readonly p95_ms: number | null;
  readonly rss_mb: number | null;
}

export function measurement(name: string, crm: string, figures: Partial<Measurement>): Measurement {
  return {
    name,
    crm,
    events_per_s: null,
    ratio_to_bare_loop: null,
    partner_center_calls_per_change: null,
    crm_calls_per_change: null,
    p50_ms: null,
    p95_ms: null,
    rss_mb: null,
    ...figures,
  };
}

/** The value below which `share` of the sample lies (nearest rank). */
export function percentile(sample: readonly number[], share: number): number | null {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** Rounded for people: three digits that count. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
