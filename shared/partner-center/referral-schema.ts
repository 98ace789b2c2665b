import { z } from 'zod';
import type { Referral } from '../core/model/index.ts';

/** An object whose further properties pass through unharmed. */
const bag = z.looseObject({});
const bags = z.array(bag);

/**
 * What must hold for the core to work with a referral: who it is and where it stands, and that groups are groups.
 * Values and unknown names are not judged: Microsoft adds both (partner-center-referrals.md §5).
 */
const referralSchema = z.looseObject({
  id: z.string().min(1),
  engagementId: z.string(),
  status: z.string(),
  substatus: z.string(),
  type: z.string(),
  target: bags.nullish(),
  customerProfile: z.looseObject({ address: bag.nullish(), team: bags.nullish() }).nullish(),
  consent: bag.nullish(),
  details: z.looseObject({ requirements: z.looseObject({ solutions: bags.nullish() }).nullish() }).nullish(),
  team: bags.nullish(),
  inviteContext: bag.nullish(),
  trackingInfo: bag.nullish(),
  eTag: z.string().nullish(),
});

const pageSchema = z.looseObject({ value: z.array(z.unknown()) });

/** Either what was read, or what is wrong with it in words that quote nothing of the content. */
export type Reading<T> = { readonly value: T } | { readonly wrong: string };

export interface Page {
  readonly referrals: readonly Referral[];
  /** What is wrong with the entries that cannot be read, one text each. */
  readonly unreadable: readonly string[];
  readonly nextLink: unknown;
}

/** Checks a parsed referral and hands back that very object. */
function checkReferral(value: unknown): Reading<Referral> {
  const result = referralSchema.safeParse(value);
  return result.success ? { value: value as Referral } : { wrong: describe(result.error) };
}

/** `text` is the body of an answer, `null` when it was too large to read. */
export function readReferral(text: string | null): Reading<Referral> {
  const parsed = parseJson(text);
  return 'wrong' in parsed ? parsed : checkReferral(parsed.value);
}

/** Reads a page of a list; an entry that cannot be read does not hide the others. */
export function readPage(text: string | null): Reading<Page> {
  const parsed = parseJson(text);
  if ('wrong' in parsed) return parsed;
  const page = pageSchema.safeParse(parsed.value);
  if (!page.success) return { wrong: describe(page.error) };
  const referrals: Referral[] = [];
  const unreadable: string[] = [];
  for (const entry of page.data.value) {
    const reading = checkReferral(entry);
    if ('wrong' in reading) unreadable.push(reading.wrong);
    else referrals.push(reading.value);
  }
  return { value: { referrals, unreadable, nextLink: page.data['@odata.nextLink'] } };
}

function parseJson(text: string | null): Reading<unknown> {
  if (text === null) return { wrong: 'it is larger than the connector accepts' };
  if (text.trim() === '') return { wrong: 'it is empty' };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { wrong: 'it is not JSON' };
  }
}

function describe(error: z.ZodError): string {
  const places = error.issues.map((issue) => issue.path.join('.') || 'the body');
  return `${[...new Set(places)].join(', ')} is missing or has another form than documented`;
}
