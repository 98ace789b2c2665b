import type { z } from 'zod';
import { READ_ONLY_PROPERTIES } from './schema.ts';
import { type ServiceError, badRequest } from './service-error.ts';

/**
 * Reads a body by its schema.
 * @throws ServiceError 400 that names the first wrong property as target and all of them in the message.
 */
export function readContent<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('referral', 'malformedBody', 'The body must be one JSON object: a referral.');
  }
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw refusal(result.error.issues.flatMap((issue) => describe(issue, body)));
}

interface Finding {
  readonly target: string;
  readonly innerCode: string;
  readonly message: string;
}

function refusal(findings: readonly Finding[]): ServiceError {
  const [first] = findings;
  return badRequest(
    first?.target ?? 'referral',
    first?.innerCode ?? 'invalidProperty',
    findings.map(({ message }) => message).join(' '),
  );
}

function describe(issue: z.core.$ZodIssue, body: unknown): readonly Finding[] {
  const target = issue.path.join('/');
  if (issue.code !== 'unrecognized_keys' && isMissing(body, issue.path)) return [missing(target)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownProperty([...issue.path, key].join('/')));
    case 'invalid_union':
      return [
        {
          target,
          innerCode: 'invalidProperty',
          message: `${target} is neither a number nor an amount such as "50000.50".`,
        },
      ];
    case 'invalid_value':
      return [
        {
          target,
          innerCode: 'invalidEnumValue',
          message: issue.message.startsWith('must')
            ? `${target} ${issue.message}.`
            : `${target} is not one of ${issue.values.join(', ')}.`,
        },
      ];
    case 'invalid_type':
      return [{ target, innerCode: 'invalidProperty', message: `${target} must be of type ${issue.expected}.` }];
    case 'too_small':
      return [
        {
          target,
          innerCode: 'requiredProperty',
          message: `${target} needs at least ${issue.minimum} ${unit(issue.origin)}.`,
        },
      ];
    case 'too_big':
      return [
        { target, innerCode: 'tooLong', message: `${target} has more than ${issue.maximum} ${unit(issue.origin)}.` },
      ];
    case 'invalid_format':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return [{ target, innerCode: 'invalidProperty', message: `${target} ${lowerFirst(issue.message)}.` }];
  }
}

function unknownProperty(target: string): Finding {
  return READ_ONLY_PROPERTIES.has(target)
    ? { target, innerCode: 'readOnlyProperty', message: `${target} is read-only.` }
    : { target, innerCode: 'unknownProperty', message: `${target} is not a property of a referral, or is read-only.` };
}

const missing = (target: string): Finding => ({
  target,
  innerCode: 'requiredProperty',
  message: `${target} is required.`,
});
const unit = (origin: string) => (origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : 'as value');
const lowerFirst = (message: string) => message.charAt(0).toLowerCase() + message.slice(1);

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === undefined || value === null;
}
