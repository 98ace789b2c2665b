import { type Token, defaultParser } from '@odata/parser';
import { type BooleanTree, groupConditions } from '../../kit/index.ts';
import type { StoredReferral } from '../record.ts';
import { normaliseInstant } from '../ticks.ts';
import { badRequest } from '../service-error.ts';

export type Predicate = (referral: StoredReferral) => boolean;

/** What may be filtered by (referrals §4.3), and nothing else. */
const TEXT_FIELDS: Readonly<Record<string, (referral: StoredReferral) => string | null | undefined>> = {
  engagementId: (referral) => referral.engagementId,
  status: (referral) => referral.status,
  substatus: (referral) => referral.substatus,
  type: (referral) => referral.type,
  direction: (referral) => referral.direction,
  qualification: (referral) => referral.qualification,
  'customerProfile/address/country': (referral) => referral.customerProfile.address.country,
};
const TIME_FIELD = 'updatedDateTime';

const COMPARISONS: Readonly<Record<string, (left: string, right: string) => boolean>> = {
  EqualsExpression: (left, right) => left === right,
  NotEqualsExpression: (left, right) => left !== right,
  GreaterOrEqualsExpression: (left, right) => left >= right,
  GreaterThanExpression: (left, right) => left > right,
  LesserOrEqualsExpression: (left, right) => left <= right,
  LesserThanExpression: (left, right) => left < right,
};

/**
 * Compiles `$filter`.
 * @throws ServiceError 400 for a syntax error and for a field, operator or function that is not documented as filterable.
 */
export function compileFilter(text: string): Predicate {
  let token: Token;
  try {
    token = defaultParser.filter(text);
  } catch (error) {
    throw badRequest(
      '$filter',
      'invalidFilter',
      `$filter is not valid OData: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return compileTree(groupConditions(token), compileCondition);
}

function compileTree(tree: BooleanTree, compileLeaf: (token: Token) => Predicate): Predicate {
  if (tree.kind === 'leaf') return compileLeaf(tree.token);
  if (tree.kind === 'not') {
    const operand = compileTree(tree.operand, compileLeaf);
    return (referral) => !operand(referral);
  }
  const operands = tree.operands.map((operand) => compileTree(operand, compileLeaf));
  return tree.kind === 'and'
    ? (referral) => operands.every((operand) => operand(referral))
    : (referral) => operands.some((operand) => operand(referral));
}

function compileCondition(token: Token): Predicate {
  const lambda = /^team\/any\((\w+):/.exec(token.raw)?.[1];
  if (lambda !== undefined) return compileTeam(token, lambda);
  const { compare, operator, path, literal } = readComparison(token);
  if (path === TIME_FIELD) {
    const instant = literal.value === 'Edm.DateTimeOffset' ? normaliseInstant(literal.raw) : null;
    if (instant === null)
      throw badRequest(
        '$filter',
        'invalidFilter',
        `${path} is compared with a time without quotes, such as 2025-11-20T00:00:00Z.`,
      );
    return (referral) => compare(referral.updatedDateTime, instant);
  }
  const field = TEXT_FIELDS[path];
  if (!field) throw badRequest('$filter', 'invalidFilter', `${path} cannot be filtered by.`);
  if (operator !== 'EqualsExpression' && operator !== 'NotEqualsExpression') {
    throw badRequest('$filter', 'invalidFilter', `${path} can only be compared with eq and ne.`);
  }
  const text = textOf(path, literal);
  return (referral) => compare(field(referral) ?? '', text);
}

/** `team/any(t:t/email eq '…')`: the referrals that somebody of the sales team works on. */
function compileTeam(token: Token, variable: string): Predicate {
  const predicate = findToken(token, 'LambdaPredicateExpression')?.value as Token | undefined;
  if (!predicate) throw badRequest('$filter', 'invalidFilter', `${token.raw} cannot be filtered by.`);
  const { path, operator, literal } = readComparison(predicate);
  if (path !== `${variable}/email` || operator !== 'EqualsExpression') {
    throw badRequest('$filter', 'invalidFilter', "The team can only be searched by team/any(t:t/email eq '…').");
  }
  const email = textOf(path, literal).toLowerCase();
  return (referral) => referral.team?.some((member) => member.email?.toLowerCase() === email) ?? false;
}

function readComparison(token: Token) {
  const operator = String(token.type);
  const compare = COMPARISONS[operator];
  const { left, right } = (token.value ?? {}) as { left?: Token; right?: Token };
  if (!compare || !left || !right || String(right.type) !== 'Literal') {
    throw badRequest('$filter', 'invalidFilter', `${token.raw} is not a comparison of a property with a value.`);
  }
  return { compare, operator, path: left.raw, literal: right as { value: unknown; raw: string } };
}

function textOf(path: string, { value, raw }: { readonly value: unknown; readonly raw: string }): string {
  if (value !== 'Edm.String')
    throw badRequest('$filter', 'invalidFilter', `${path} is compared with a text in single quotes.`);
  return raw.slice(1, -1).replaceAll("''", "'");
}

function findToken(node: unknown, type: string): Token | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('type' in node && String(node.type) === type) return node as Token;
  for (const inner of Object.values(node)) {
    const found = findToken(inner, type);
    if (found) return found;
  }
  return undefined;
}
