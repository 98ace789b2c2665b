import { getField, personText, sameValue } from '../model/fields.ts';
import type { Person, Solution } from '../model/index.ts';
import { personKey } from '../model/person.ts';
import { solutionKey } from '../model/solution.ts';
import { REQUIRED_ON_CREATE } from '../mapping/default-mapping.ts';
import { dealForPartnerCenter, valueForCrm } from '../mapping/place.ts';
import type { MappingRow } from '../mapping/types.ts';
import { type FieldSides, ignoredEdit, isAlike } from './sides.ts';
import type { FieldMerge, MergeInput, TeamReach } from './types.ts';

type Element = Person | Solution;
type List = readonly Person[] | readonly Solution[];

/**
 * Three-way merge of a list, element by element: what one side added or removed since the base is added or removed on the other, and
 * what the other side did at the same time stays. An element changed on both sides goes by the row's rule; `ask` does not
 * hold up a whole list and counts as `crm`.
 */
export function mergeList(row: MappingRow, sides: FieldSides, input: MergeInput): FieldMerge {
  const { field, crm, partnerCenter, canSend } = sides;
  if (isAlike(sides)) return { base: { crm, partnerCenter } };
  if (input.held.has(field) && sides.crmChanged) return { base: null, waits: true };
  const ours = sides.outgoing as List;
  const theirs = partnerCenter as List;
  const { oursBefore, theirsBefore } = before(sides, input, ours, theirs);
  const { wanted, wantedHere } = wantedLists(row, sides, input, { ours, theirs, oursBefore, theirsBefore });
  const sends = !sameValue(field, wanted, theirs);
  const receives = !sameValue(field, wantedHere, ours);
  const to = valueForCrm(wantedHere, row, input.policy, 'updateInCrm');
  const toCrm = { field, from: crm, to, overwrites: false };
  if (!sends) {
    const note = canSend ? {} : ignoredEdit(row, sides, input);
    return receives ? { toCrm, base: sides.waitingBase, ...note } : { base: { crm, partnerCenter }, ...note };
  }
  const sentOnly = applyChanges(theirsBefore, changesOf(oursBefore, ours), noChanges, true);
  return {
    toPartnerCenter: { field, from: partnerCenter, to: wanted, overwrites: false },
    ...(receives ? { toCrm } : {}),
    base: sides.waitingBase,
    sentBase: { crm, partnerCenter: sentOnly },
    settles: !receives,
  };
}

interface Lists {
  readonly ours: List;
  readonly theirs: List;
  readonly oursBefore: List;
  readonly theirsBefore: List;
}

/** What each side should hold, in Partner Center's form. */
function wantedLists(row: MappingRow, sides: FieldSides, input: MergeInput, lists: Lists) {
  const { ours, theirs } = lists;
  const changesHere = changesOf(lists.oursBefore, ours);
  const changesThere = changesOf(lists.theirsBefore, theirs);
  const theyWin = row.conflict === 'partner-center' || isLatestTheirs(row, input);
  const there = applyChanges(theirs, changesHere, changesThere, !theyWin);
  const reached = row.field === 'team' ? withinReach(changesThere, ours, input.reach) : changesThere;
  const here = applyChanges(ours, reached, changesHere, theyWin);
  // Each side removed what the other kept: a deal needs a solution, so one side's list stays. Where nothing is sent the deal loses none.
  const needed = sides.canSend && REQUIRED_ON_CREATE.includes(row.field);
  const nothingLeft = needed && (there.length === 0 || here.length === 0);
  const winner = theyWin ? theirs : ours;
  return {
    wanted: sides.canSend ? (nothingLeft ? winner : there) : theirs,
    wantedHere: sides.canReceive ? (nothingLeft ? winner : here) : ours,
  };
}

/**
 * What the CRM can do of it: a user joins, a member leaves. Who is no user stays on Partner Center's list, the owner stays in the CRM, and
 * name and number of a user belong to the CRM's people.
 */
function withinReach({ put, removed }: Changes, ours: List, { joins, leaves }: TeamReach): Changes {
  const present = new Set(ours.map(keyOf));
  return {
    put: new Map([...put].filter(([key]) => joins.has(key) && !present.has(key))),
    removed: new Set([...removed].filter((key) => leaves.has(key))),
  };
}

/**
 * First contact: the side where the deal was born decides, as if the other had been agreed until now. An empty list decides nothing.
 * Of the people who work on a deal nobody is dropped then.
 */
function before(sides: FieldSides, input: MergeInput, ours: List, theirs: List) {
  if (input.base === null) {
    if (sides.field === 'team') return { oursBefore: [], theirsBefore: [] };
    const oursDecides = input.direction === 'outbound' ? ours.length > 0 : theirs.length === 0;
    const agreed = oursDecides ? theirs : ours;
    return { oursBefore: agreed, theirsBefore: agreed };
  }
  const outgoingBase = dealForPartnerCenter(input.base.crm, input.policy, 'updateInPartnerCenter');
  return {
    oursBefore: getField(outgoingBase, sides.field) as List,
    theirsBefore: getField(input.base.partnerCenter, sides.field) as List,
  };
}

interface Changes {
  /** Added or changed, by key. */
  readonly put: ReadonlyMap<string, Element>;
  readonly removed: ReadonlySet<string>;
}

const noChanges: Changes = { put: new Map(), removed: new Set() };

function changesOf(old: List, now: List): Changes {
  const oldByKey = new Map(old.map((element) => [keyOf(element), element]));
  const keysNow = new Set(now.map(keyOf));
  const put = now.filter((element) => {
    const was = oldByKey.get(keyOf(element));
    return was === undefined || textOf(was) !== textOf(element);
  });
  return {
    put: new Map(put.map((element) => [keyOf(element), element])),
    removed: new Set([...oldByKey.keys()].filter((key) => !keysNow.has(key))),
  };
}

/** The list with the other side's changes put in; where this side changed the same element, `wins` decides. */
function applyChanges(list: List, changes: Changes, own: Changes, wins: boolean): List {
  const mine = (key: string) => own.put.has(key) || own.removed.has(key);
  const takes = (key: string) => wins || !mine(key);
  const present = new Set(list.map(keyOf));
  const kept = list
    .filter((element) => !(changes.removed.has(keyOf(element)) && takes(keyOf(element))))
    .map((element) => {
      const put = changes.put.get(keyOf(element));
      const bothAdded = put !== undefined && own.put.has(keyOf(element));
      return put !== undefined && takes(keyOf(element)) && !(bothAdded && textOf(put) === textOf(element))
        ? put
        : element;
    });
  const added = [...changes.put].filter(([key]) => !present.has(key) && takes(key)).map(([, element]) => element);
  return [...kept, ...added] as List;
}

function isLatestTheirs(row: MappingRow, input: MergeInput): boolean {
  if (row.conflict !== 'latest' || input.partnerCenterChangedAt === null) return false;
  return Date.parse(input.partnerCenterChangedAt) > Date.parse(input.crmChangedAt);
}

function keyOf(element: Element): string {
  return 'id' in element ? solutionKey(element) : personKey(element);
}

function textOf(element: Element): string {
  return 'id' in element ? solutionKey(element) : personText(element);
}
