import { createHash } from 'node:crypto';
import { canSee, type Org, type OrgUser } from '../org.ts';
import type { Row } from '../store/store.ts';
import { parentOf } from '../soql/scope.ts';
import { translated } from '../schema/translations.ts';
import { isoInstant, nameOf, shownValue } from './display-value.ts';
import type { FieldTree } from './field-tree.ts';

/** The one record type of objects that have none of their own. */
export const MASTER_RECORD_TYPE = '012000000000000AAA';

/** https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_responses_record.htm */
export function representation(org: Org, user: OrgUser, row: Row, tree: FieldTree, locale: string): object {
  const fields: Record<string, unknown> = {};
  for (const field of tree.fields.values())
    fields[field.name] = shownValue(row, translated(tree.object.name, field, locale), locale);
  for (const [name, { step, tree: above }] of tree.parents) {
    const parent = parentOf(org, row, step);
    fields[name] =
      parent && canSee(org, user, above.object, parent)
        ? {
            displayValue: nameOf(org, above.object.name, parent.Id),
            value: representation(org, user, parent, above, locale),
          }
        : { displayValue: null, value: null };
  }
  const modstamp = isoInstant(row.SystemModstamp);
  return {
    apiName: tree.object.name,
    childRelationships: {},
    eTag: createHash('md5').update(JSON.stringify(fields)).digest('hex'),
    fields,
    id: row.Id,
    lastModifiedById: row.LastModifiedById ?? null,
    lastModifiedDate: isoInstant(row.LastModifiedDate),
    recordTypeId: MASTER_RECORD_TYPE,
    recordTypeInfo: null,
    systemModstamp: modstamp,
    weakEtag: modstamp === null ? 0 : Date.parse(modstamp),
  };
}
