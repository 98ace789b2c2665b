import { isEmptyValue } from '../model/fields.ts';
import type { MappingRow } from '../mapping/types.ts';
import { type FieldSides, ignoredEdit, isAlike } from './sides.ts';
import type { FieldMerge, MergeInput } from './types.ts';

/**
 * Three-way merge of a field with a single value. Each side is compared with its own stored form in the base; who wins when both moved
 * apart is the row's rule.
 */
export function mergeValue(row: MappingRow, sides: FieldSides, input: MergeInput): FieldMerge {
  const { crm, partnerCenter, canSend, canReceive } = sides;
  if (isAlike(sides)) return { base: { crm, partnerCenter } };
  if (!sides.crmChanged && !sides.partnerCenterChanged) return { base: null };

  const winner = winnerOf(row, sides, input);
  if (winner === 'nobody') return { base: null, conflict: conflictOf(sides) };
  if (winner === 'partner-center') return canReceive ? receive(sides) : { base: { crm, partnerCenter } };
  if (input.held.has(row.field)) return { base: null, waits: true };
  return canSend ? send(sides) : { base: { crm, partnerCenter }, ...ignoredEdit(row, sides, input) };
}

function winnerOf(row: MappingRow, sides: FieldSides, input: MergeInput): 'crm' | 'partner-center' | 'nobody' {
  if (input.base === null) return firstWinner(sides, input);
  if (!sides.partnerCenterChanged) return 'crm';
  if (!sides.crmChanged) return 'partner-center';
  switch (row.conflict) {
    case 'ask':
      if (sides.canSend && sides.canReceive) return 'nobody';
      return sides.canReceive ? 'partner-center' : 'crm';
    case 'latest':
      return isLater(input.partnerCenterChangedAt, input.crmChangedAt) ? 'partner-center' : 'crm';
    case 'crm':
    case 'partner-center':
      return row.conflict;
  }
}

/** Without a base the side where the deal was born wins; but emptiness never wipes out a value. */
function firstWinner(sides: FieldSides, input: MergeInput): 'crm' | 'partner-center' {
  const crmEmpty = sides.crm === false || isEmptyValue(sides.field, sides.crm);
  // A deal that is over does not open again; an opportunity that nobody has closed follows it.
  if (sides.field === 'phase' && input.closed)
    return ['won', 'lost'].includes(sides.crm as string) ? 'crm' : 'partner-center';
  const partnerCenterEmpty = sides.partnerCenter === false || isEmptyValue(sides.field, sides.partnerCenter);
  if (crmEmpty !== partnerCenterEmpty) return crmEmpty ? 'partner-center' : 'crm';
  return input.direction === 'outbound' ? 'crm' : 'partner-center';
}

function isLater(a: string | null, b: string): boolean {
  return a !== null && Date.parse(a) > Date.parse(b);
}

function send(sides: FieldSides): FieldMerge {
  const { field, crm, partnerCenter, outgoing, partnerCenterChanged } = sides;
  return {
    toPartnerCenter: { field, from: partnerCenter, to: outgoing, overwrites: partnerCenterChanged },
    base: sides.waitingBase,
    sentBase: { crm, partnerCenter: outgoing },
    settles: true,
  };
}

function receive(sides: FieldSides): FieldMerge {
  const { field, crm, incoming, crmChanged } = sides;
  return { toCrm: { field, from: crm, to: incoming, overwrites: crmChanged }, base: sides.waitingBase };
}

function conflictOf(sides: FieldSides) {
  return { field: sides.field, ...sides.shown };
}
