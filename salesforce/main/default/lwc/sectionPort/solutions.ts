import type { SolutionOption } from 'c/syncCore';
import type { GraphQLResult } from 'lightning/graphql';
import { recordsOf, textOf } from './graph';

/** Products of the catalogue in an answer. */
export function solutionsOf(result: GraphQLResult): readonly SolutionOption[] {
  return recordsOf(result, 'Partner_Center_Solution__c').flatMap((node) => {
    const id = textOf(node, 'Solution_Identifier__c');
    return id === null ? [] : [{ id, name: textOf(node, 'Name') ?? id, type: textOf(node, 'Type__c') }];
  });
}

/** What was typed as a pattern that fits anywhere in a name or id; `%`, `_` and `\` are meant as typed. */
export function likePattern(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
}
