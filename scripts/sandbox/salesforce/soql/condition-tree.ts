import type { ConditionWithValueQuery, WhereClause } from '@jetstreamapp/soql-parser-js';
import { malformedQuery } from './errors.ts';

/** WHERE as a tree. */
export type ConditionTree<Leaf> =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree<Leaf>[] }
  | { readonly kind: 'not'; readonly part: ConditionTree<Leaf> }
  | { readonly kind: 'condition'; readonly condition: Leaf };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | ConditionWithValueQuery;

/**
 * The parser gives WHERE as a chain of conditions that carry their parentheses; this makes it a tree.
 * Like Salesforce it refuses AND and OR side by side without parentheses.
 * @throws SalesforceError MALFORMED_QUERY
 */
export function toConditionTree(where: WhereClause): ConditionTree<ConditionWithValueQuery> {
  const tokens = tokensOf(where);
  let position = 0;

  const expression = (): ConditionTree<ConditionWithValueQuery> => {
    const parts = [term()];
    const operator = tokens[position];
    for (let next = operator; next === 'AND' || next === 'OR'; next = tokens[position]) {
      if (next !== operator) throw malformedQuery(`unexpected token: '${next}'`);
      position += 1;
      parts.push(term());
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : { kind: operator === 'OR' ? 'or' : 'and', parts };
  };

  const term = (): ConditionTree<ConditionWithValueQuery> => {
    const token = tokens[position];
    position += 1;
    if (token === 'NOT') return { kind: 'not', part: term() };
    if (token === '(') {
      const inner = expression();
      if (tokens[position] !== ')') throw malformedQuery("expecting a right parentheses, found '<EOF>'");
      position += 1;
      return inner;
    }
    if (token === undefined || typeof token === 'string')
      throw malformedQuery(`unexpected token: '${token ?? '<EOF>'}'`);
    return { kind: 'condition', condition: token };
  };

  const tree = expression();
  if (position < tokens.length) throw malformedQuery("unexpected token: ')'");
  return tree;
}

function tokensOf(where: WhereClause): Token[] {
  const tokens: Token[] = [];
  let clause: WhereClause | null = where;
  while (clause) {
    const { left } = clause;
    const opened = left && 'openParen' in left ? (left.openParen ?? 0) : 0;
    tokens.push(...Array<Token>(opened).fill('('));
    if (left && 'operator' in left) {
      const closed = 'closeParen' in left ? (left.closeParen ?? 0) : 0;
      tokens.push(left, ...Array<Token>(closed).fill(')'));
    }
    clause = 'right' in clause ? (tokens.push(clause.operator), clause.right) : null;
  }
  return tokens;
}
