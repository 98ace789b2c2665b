import type { Token } from '@odata/parser';

/** An OData filter as and/or/not over single conditions (`leaf`), grouped as the standard says: not before and before or. */
export type BooleanTree =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly BooleanTree[] }
  | { readonly kind: 'not'; readonly operand: BooleanTree }
  | { readonly kind: 'leaf'; readonly token: Token };

/**
 * Groups what `defaultParser.filter` of @odata/parser returns. The parser itself lets `not` swallow everything behind it
 * (`not (a) or b` becomes `not (a or b)`), so its tree must not be evaluated as it is. Here the conditions are read out in
 * the order they were written and grouped anew. Precedence: OData 4.01 URL conventions 5.1.1.17.
 */
export function groupConditions(token: Token): BooleanTree {
  const { conditions, operators } = asWritten(token);
  const alternatives: BooleanTree[][] = [[]];
  conditions.forEach((condition, index) => {
    alternatives.at(-1)?.push(condition);
    if (operators[index] === 'or') alternatives.push([]);
  });
  return join(
    'or',
    alternatives.map((together) => join('and', together)),
  );
}

/** `operators[i]` stands between `conditions[i]` and `conditions[i + 1]`. */
interface Written {
  readonly conditions: readonly BooleanTree[];
  readonly operators: readonly ('and' | 'or')[];
}

function asWritten(token: Token): Written {
  const value = token.value as Token & { left: Token; right: Token };
  switch (String(token.type)) {
    case 'AndExpression':
      return inRow(asWritten(value.left), 'and', asWritten(value.right));
    case 'OrExpression':
      return inRow(asWritten(value.left), 'or', asWritten(value.right));
    case 'NotExpression': {
      const { conditions, operators } = asWritten(value);
      return {
        conditions: conditions.map((inner, index) => (index === 0 ? { kind: 'not', operand: inner } : inner)),
        operators,
      };
    }
    case 'BoolParenExpression':
      return { conditions: [groupConditions(value)], operators: [] };
    default:
      return { conditions: [{ kind: 'leaf', token }], operators: [] };
  }
}

function inRow(left: Written, operator: 'and' | 'or', right: Written): Written {
  return {
    conditions: [...left.conditions, ...right.conditions],
    operators: [...left.operators, operator, ...right.operators],
  };
}

function join(kind: 'and' | 'or', operands: readonly BooleanTree[]): BooleanTree {
  const [only, ...others] = operands;
  return only && others.length === 0 ? only : { kind, operands };
}
