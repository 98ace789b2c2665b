import { defaultParser } from '@odata/parser';
import { type BooleanTree, groupConditions } from './odata-boolean.ts';

const show = (tree: BooleanTree): string => {
  if (tree.kind === 'leaf') return tree.token.raw.charAt(0);
  if (tree.kind === 'not') return `!${show(tree.operand)}`;
  return `(${tree.operands.map(show).join(tree.kind === 'and' ? '&' : '|')})`;
};

describe('groupConditions', () => {
  it.each([
    ['a eq 1', 'a'],
    ['a eq 1 and b eq 1 or c eq 1', '((a&b)|c)'],
    ['a eq 1 or b eq 1 and c eq 1', '(a|(b&c))'],
    ['not (a eq 1) or b eq 1', '(!a|b)'],
    ['not (a eq 1 or b eq 1)', '!(a|b)'],
    ['(a eq 1 or b eq 1) and c eq 1', '((a|b)&c)'],
    ['a eq 1 and not (b eq 1) and c eq 1 or d eq 1', '((a&!b&c)|d)'],
    ['((a eq 1))', 'a'],
  ])('groups %s as %s', (filter, expected) => {
    expect(show(groupConditions(defaultParser.filter(filter)))).toBe(expected);
  });
});
