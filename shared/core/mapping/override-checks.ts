import { isDealField } from '../model/fields.ts';
import type { RowOptions } from '../policy/options.ts';
import { isOwnField } from './crm-paths.ts';
import { CREATE_ONLY, REQUIRED_ON_CREATE } from './default-mapping.ts';
import { isObject } from './pointer.ts';
import { PLACES, type Mapping, type MappingRow } from './types.ts';

const FIELD_PATH = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;
const RULES: readonly string[] = ['crm', 'partner-center', 'latest', 'ask'];
/** Rows whose CRM side is records of their own, or the seller's own word: where they are not written. */
const NOT_WRITTEN: Readonly<Record<string, readonly string[]>> = {
  customer: ['updateInCrm'],
  contacts: ['updateInCrm'],
  help: ['createInCrm', 'updateInCrm'],
};
/** Rows of people, who are matched by their address. */
const PEOPLE: readonly string[] = ['contacts', 'team'];
/** Set by the service or by the connector itself (referrals reference §5, flag RO); a row of one's own may read them, not write. */
const READ_ONLY =
  /^\/(id|engagementId|organization(Id|Name)|eTag|links|direction|(created|updated|expiration|accepted|closed)DateTime|trackingInfo|referralProgram|status|substatus|type|qualification|target|externalReferenceId)(\/|$)/;
/** Taken on create only (referrals reference §5, flag I and "read-only after the first share"). */
const CREATE_ONLY_POINTERS = /^\/(customerProfile|inviteContext)(\/|$)/;

/** What is wrong with one row's options, as sentences that name the key and the cure. */
export function checkRow(field: string, options: unknown, shipped: MappingRow | undefined): readonly string[] {
  const key = `mapping.${field}`;
  if (!isObject(options)) return [`${key}: is not a set of options. Give crm, places, conflict or crmMaxLength.`];
  const problems: string[] = [];
  const known = ['referral', 'crm', 'places', 'conflict', 'crmMaxLength'];
  for (const name of Object.keys(options).filter((name) => !known.includes(name))) {
    problems.push(`${key}.${name}: there is no such option. Use one of ${known.join(', ')}.`);
  }
  problems.push(...checkReferral(key, options.referral, shipped), ...checkPaths(key, options, shipped));
  problems.push(...checkPlaces(key, options.places, options, shipped));
  const { conflict, crmMaxLength } = options;
  if (conflict !== undefined && !RULES.some((rule) => rule === conflict)) {
    problems.push(`${key}.conflict: ${JSON.stringify(conflict)} is no rule. Use one of ${RULES.join(', ')}.`);
  }
  if (
    crmMaxLength !== undefined &&
    crmMaxLength !== null &&
    !(Number.isInteger(crmMaxLength) && Number(crmMaxLength) > 0)
  ) {
    problems.push(`${key}.crmMaxLength: must be a whole number above 0. Give the length of the CRM field, or null.`);
  }
  return problems;
}

function checkReferral(key: string, referral: unknown, shipped: MappingRow | undefined): readonly string[] {
  if (shipped !== undefined) {
    return referral === undefined
      ? []
      : [`${key}.referral: belongs to the shipped row. Leave it out, or give your row another name.`];
  }
  if (referral === undefined) {
    return [
      `${key}: there is no shipped row of this name. Correct the name, or make it a row of your own with referral and crm.`,
    ];
  }
  if (typeof referral !== 'string' || !/^(\/[^/]+)+$/.test(referral)) {
    return [`${key}.referral: is not a JSON pointer. Write it like /campaignId.`];
  }
  return /\/(\d+|-)(\/|$)/.test(referral) ? [`${key}.referral: points into a list. Point at a single value.`] : [];
}

function checkPaths(key: string, { crm, referral }: RowOptions, shipped: MappingRow | undefined): readonly string[] {
  if (crm === undefined)
    return shipped === undefined && referral !== undefined ? [`${key}.crm: is missing. Name the CRM field.`] : [];
  const parts = isObject(crm) ? crm : { value: crm };
  const allowed = Object.keys(shipped?.crm ?? { value: [] });
  return Object.entries(parts).flatMap(([part, paths]) => {
    const at = isObject(crm) ? `${key}.crm.${part}` : `${key}.crm`;
    if (!allowed.includes(part)) {
      const cure =
        allowed.length === 0 ? 'Leave crm out: people are read by the connector itself.' : `Use ${allowed.join(', ')}.`;
      return [`${at}: the row has no part "${part}". ${cure}`];
    }
    const list: readonly unknown[] = Array.isArray(paths) ? paths : [paths];
    const bad = list.filter((path) => typeof path !== 'string' || !FIELD_PATH.test(path));
    return bad.map(
      (path) => `${at}: ${JSON.stringify(path)} is not a field path. Use an API name such as Amount or Account.Name.`,
    );
  });
}

function checkPlaces(
  key: string,
  places: unknown,
  options: RowOptions,
  shipped: MappingRow | undefined,
): readonly string[] {
  if (places === undefined) return checkCreateOnly(key, options, shipped);
  if (!isObject(places)) return [`${key}.places: is not a set of places. Use ${PLACES.join(', ')}.`];
  const problems: string[] = [];
  const field = shipped?.field ?? '';
  for (const [place, rule] of Object.entries(places)) {
    const at = `${key}.places.${place}`;
    if (!(PLACES as readonly string[]).includes(place))
      problems.push(`${at}: there is no such place. Use ${PLACES.join(', ')}.`);
    else problems.push(...checkRule(at, rule));
    if (isObject(rule) && PEOPLE.includes(field)) {
      problems.push(`${at}: people take no value map and no default. Use true or false.`);
    }
  }
  const on = (place: string) => places[place] !== undefined && places[place] !== false;
  if (places.createInPartnerCenter === false && REQUIRED_ON_CREATE.includes(field)) {
    problems.push(
      `${key}.places.createInPartnerCenter: Partner Center takes no deal without it. Leave it on; a default may fill it.`,
    );
  }
  for (const place of (NOT_WRITTEN[field] ?? []).filter(on)) {
    problems.push(`${key}.places.${place}: this row is not written to the CRM. Leave the place off.`);
  }
  if (on('updateInPartnerCenter') && CREATE_ONLY.includes(field)) {
    problems.push(`${key}.places.updateInPartnerCenter: Partner Center takes it on create only. Leave the place off.`);
  }
  return [...problems, ...checkCreateOnly(key, options, shipped)];
}

/** Where a row of one's own would write what Partner Center does not take; such rows are on towards Partner Center by default. */
function checkCreateOnly(key: string, options: RowOptions, shipped: MappingRow | undefined): readonly string[] {
  const pointer = options.referral;
  if (shipped !== undefined || typeof pointer !== 'string') return [];
  const problems: string[] = [];
  for (const place of ['createInPartnerCenter', 'updateInPartnerCenter'] as const) {
    if (options.places?.[place] === false) continue;
    if (READ_ONLY.test(pointer)) {
      problems.push(
        `${key}.places.${place}: ${pointer} is set by Partner Center or the connector. Switch the place off (false).`,
      );
    } else if (place === 'updateInPartnerCenter' && CREATE_ONLY_POINTERS.test(pointer)) {
      problems.push(`${key}.places.${place}: ${pointer} is taken on create only. Switch the place off (false).`);
    }
  }
  return problems;
}

function checkRule(at: string, rule: unknown): readonly string[] {
  if (typeof rule === 'boolean') return [];
  if (!isObject(rule)) return [`${at}: must be true, false, or valueMap and default. Correct it.`];
  const problems = Object.keys(rule)
    .filter((name) => name !== 'valueMap' && name !== 'default')
    .map((name) => `${at}.${name}: there is no such option. Use valueMap or default.`);
  const { valueMap = null, default: fallback = null } = rule;
  if (valueMap !== null && !(isObject(valueMap) && Object.values(valueMap).every((word) => typeof word === 'string'))) {
    problems.push(`${at}.valueMap: must give a text for each CRM value. Write it like { Germany: DE }.`);
  }
  if (fallback !== null && !['string', 'number', 'boolean'].includes(typeof fallback)) {
    problems.push(`${at}.default: must be a text, a number, true or false. Correct it.`);
  }
  return problems;
}

/** What only shows when all rows are looked at: two rows for one place, and writes to fields behind a lookup. */
export function checkTogether(mapping: Mapping, named: readonly string[]): readonly string[] {
  const problems: string[] = [];
  const pointers = mapping.flatMap((row) =>
    Object.values(row.referral).map((pointer) => ({ field: row.field, pointer })),
  );
  for (const own of pointers.filter(({ field }) => !isDealField(field))) {
    const other = pointers.find((p) => p !== own && (p.pointer === own.pointer || overlap(p.pointer, own.pointer)));
    if (other !== undefined) {
      problems.push(
        `mapping.${own.field}.referral: ${own.pointer} is also the place of ${other.field}. Give each place one row.`,
      );
    }
  }
  const targets = mapping
    .filter((row) => row.places.createInCrm !== null || row.places.updateInCrm !== null)
    .flatMap((row) =>
      Object.values(row.crm).flatMap((paths) => paths.slice(0, 1).map((path) => ({ field: row.field, path }))),
    );
  for (const { field, path } of targets.filter((target) => named.includes(target.field))) {
    const other = targets.find((target) => target.field !== field && target.path === path);
    if (other !== undefined)
      problems.push(`mapping.${field}.crm: ${path} is also written by ${other.field}. Give each field one row.`);
    if (!isDealField(field) && !isOwnField(path)) {
      problems.push(
        `mapping.${field}.crm: ${path} is behind a lookup and cannot be written. Switch createInCrm and updateInCrm off.`,
      );
    }
  }
  return problems;
}

function overlap(a: string, b: string): boolean {
  return a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
