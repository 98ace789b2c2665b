import { z } from 'zod';

/** `POST /_sandbox/faults` (design.md §6): which requests to hit, how often, and what to do to them. */
const faultSchema = z
  .strictObject({
    match: z
      .strictObject({ method: z.string().optional(), path: z.string().transform(toPathMatcher).optional() })
      .prefault({}),
    times: z.int().positive().default(1),
    respond: z
      .strictObject({
        status: z.int().min(200).max(599),
        headers: z.record(z.string(), z.string()).default({}),
        body: z.unknown().optional(),
      })
      .optional(),
    delayMs: z.int().nonnegative().max(600_000).optional(),
    drop: z.literal(true).optional(),
  })
  .refine((fault) => [fault.respond, fault.delayMs, fault.drop].filter((effect) => effect !== undefined).length === 1, {
    message: 'Give exactly one of respond, delayMs and drop.',
  });

export type Fault = z.infer<typeof faultSchema>;

/** `/…/` is a regular expression, everything else a part of the path with its query. */
function toPathMatcher(pattern: string, context: z.RefinementCtx): (path: string) => boolean {
  const expression = /^\/(.+)\/$/s.exec(pattern)?.[1];
  if (expression === undefined) return (path) => path.includes(pattern);
  try {
    const regExp = new RegExp(expression);
    return (path) => regExp.test(path);
  } catch {
    context.addIssue({ code: 'custom', message: `${pattern} is not a valid regular expression.` });
    return z.NEVER;
  }
}

export interface Faults {
  /** @throws ZodError when the fault is not of the documented form. */
  add(input: unknown): void;
  /** The oldest fault that matches, used up by one; `null` when there is none. */
  take(method: string, path: string): Fault | null;
  clear(): void;
}

export function createFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    add(input) {
      const fault = faultSchema.parse(input);
      waiting.push({ fault, left: fault.times });
    },
    take(method, path) {
      const readable = decoded(path);
      const hit = waiting.find(({ fault: { match } }) => {
        if (match.method !== undefined && match.method.toUpperCase() !== method) return false;
        return match.path === undefined || match.path(path) || match.path(readable);
      });
      if (!hit) return null;
      hit.left -= 1;
      if (hit.left === 0) waiting = waiting.filter((other) => other !== hit);
      return hit.fault;
    },
    clear() {
      waiting = [];
    },
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
