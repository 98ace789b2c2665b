/** What a failed answer says about itself, whatever shape its body has. */
export interface ErrorBody {
  /** All codes from the outermost to the deepest. */
  readonly codes: readonly string[];
  /** All targets (names of refused properties), the deepest last. */
  readonly targets: readonly string[];
  /** The deepest message. Not meant for users; may carry what they typed. */
  readonly message: string | null;
}

const NOTHING: ErrorBody = { codes: [], targets: [], message: null };
const MAX_DEPTH = 8;

/**
 * Reads `{error:{code,message,target,innerError}}` down to the deepest inner error (partner-center-referrals.md §4.2),
 * and also the flat shapes `{statusCode,message}` (429) and `{code,description}`. Anything else gives empty lists.
 */
export function readErrorBody(text: string | null): ErrorBody {
  const body = parseObject(text);
  if (!body) return NOTHING;
  const codes: string[] = [];
  const targets: string[] = [];
  let message: string | null = null;
  let level = asObject(body.error) ?? body;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const code = level.code;
    if (typeof code === 'string' || typeof code === 'number') codes.push(String(code));
    if (typeof level.target === 'string' && level.target) targets.push(level.target);
    const words = level.message ?? level.description;
    if (typeof words === 'string' && words) message = words;
    const inner = asObject(level.innerError) ?? asObject(level.innererror);
    if (!inner) break;
    level = inner;
  }
  return { codes, targets, message };
}

function parseObject(text: string | null): Record<string, unknown> | null {
  try {
    return asObject(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
