import { isDealField } from '../model/fields.ts';
import type { RowOptions } from '../policy/options.ts';
import { checkRow, checkTogether } from './override-checks.ts';
import { PLACES, type CrmPaths, type Mapping, type MappingRow, type Place, type PlaceRule } from './types.ts';

const APPLY: PlaceRule = { valueMap: null, default: null };

/** The shipped rows with an administrator's changes, and everything that is wrong with these. */
export function applyOverrides(
  shipped: Mapping,
  overrides: Readonly<Record<string, RowOptions>>,
): { readonly mapping: Mapping; readonly problems: readonly string[] } {
  const problems = Object.entries(overrides).flatMap(([field, options]) =>
    checkRow(
      field,
      options,
      shipped.find((row) => row.field === field),
    ),
  );
  if (problems.length > 0) return { mapping: shipped, problems };
  const changed = shipped.map((row) => {
    const options = overrides[row.field];
    return options === undefined ? row : changedRow(row, options);
  });
  const own = Object.entries(overrides)
    .filter(([field]) => !isDealField(field))
    .map(([field, options]) => ownRow(field, options));
  const mapping = [...changed, ...own];
  return { mapping, problems: checkTogether(mapping, Object.keys(overrides)) };
}

function changedRow(row: MappingRow, options: RowOptions): MappingRow {
  return {
    ...row,
    crm: { ...row.crm, ...pathsByPart(options.crm) },
    places: placesOf(options, (place) => row.places[place]),
    conflict: options.conflict ?? row.conflict,
    crmMaxLength: options.crmMaxLength === undefined ? row.crmMaxLength : options.crmMaxLength,
  };
}

/** A row of one's own goes from the CRM to Partner Center unless it says otherwise. */
function ownRow(field: string, options: RowOptions): MappingRow {
  return {
    field,
    referral: { value: options.referral ?? '' },
    crm: pathsByPart(options.crm),
    places: placesOf(options, (place) => (place.endsWith('InPartnerCenter') ? APPLY : null)),
    conflict: options.conflict ?? 'crm',
    crmMaxLength: options.crmMaxLength ?? null,
  };
}

function placesOf(options: RowOptions, shipped: (place: Place) => PlaceRule | null): MappingRow['places'] {
  const rule = (place: Place): PlaceRule | null => {
    const wanted = options.places?.[place];
    if (wanted === undefined) return shipped(place);
    if (wanted === false) return null;
    const before = shipped(place) ?? APPLY;
    return wanted === true ? before : { ...before, ...wanted };
  };
  return Object.fromEntries(PLACES.map((place) => [place, rule(place)])) as Record<Place, PlaceRule | null>;
}

function pathsByPart(crm: RowOptions['crm']): CrmPaths {
  if (crm === undefined) return {};
  const list = (paths: string | readonly string[]) => (typeof paths === 'string' ? [paths] : paths);
  if (typeof crm === 'string' || Array.isArray(crm)) return { value: list(crm as string | readonly string[]) };
  return Object.fromEntries(Object.entries(crm).map(([part, paths]) => [part, list(paths)]));
}
