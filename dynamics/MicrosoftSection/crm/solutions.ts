import { literal, queryPath } from '../../../shared/crm/dynamics/query.ts';
import { optionalText, type Row, textOf } from '../../../shared/crm/dynamics/row.ts';
import type { SolutionOption } from '../../../shared/section/contract/index.ts';
import { queryTable, type WebApi } from './query-table.ts';

const ID = 'cosell_solutionidentifier';
const COLUMNS = { select: [ID, 'cosell_name', 'cosell_type'], orderBy: 'cosell_name asc' };
const ACTIVE = 'statecode eq 0';
const SHOWN = 20;

/** Active solutions whose name or id contains the text; the first ones for an empty text. */
export async function searchSolutions(api: WebApi, text: string): Promise<readonly SolutionOption[]> {
  const like = `(contains(cosell_name,${literal(text)}) or contains(${ID},${literal(text)}))`;
  const filter = text === '' ? ACTIVE : `${like} and ${ACTIVE}`;
  const rows = await queryTable(api, queryPath('cosell_solutions', { ...COLUMNS, filter, top: SHOWN }));
  return rows.map(optionOf);
}

/** The solutions with these ids, inactive ones too: they may be chosen since long. */
export async function solutionsById(api: WebApi, ids: readonly string[]): Promise<readonly SolutionOption[]> {
  if (ids.length === 0) return [];
  const filter = ids.map((id) => `${ID} eq ${literal(id)}`).join(' or ');
  return (await queryTable(api, queryPath('cosell_solutions', { ...COLUMNS, filter }))).map(optionOf);
}

function optionOf(row: Row): SolutionOption {
  const id = textOf(row, ID);
  return { id, name: optionalText(row, 'cosell_name') ?? id, type: optionalText(row, 'cosell_type') };
}
