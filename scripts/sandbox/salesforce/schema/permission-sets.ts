import { isTrue, nodesOf, readMetadata, textOf } from './metadata.ts';
import type { PermissionSet } from './types.ts';

/** The permission sets of our metadata. https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_permissionset.htm */
export function readPermissionSets(root: string): ReadonlyMap<string, PermissionSet> {
  const sets = readMetadata(root, 'permissionset', 'PermissionSet').map(({ name, content }): PermissionSet => ({
    name,
    label: textOf(content, 'label') ?? name,
    objects: new Map(
      nodesOf(content, 'objectPermissions').map((node) => [
        textOf(node, 'object') ?? '',
        {
          create: isTrue(node, 'allowCreate'),
          read: isTrue(node, 'allowRead'),
          edit: isTrue(node, 'allowEdit'),
          remove: isTrue(node, 'allowDelete'),
          viewAll: isTrue(node, 'viewAllRecords'),
          modifyAll: isTrue(node, 'modifyAllRecords'),
        },
      ]),
    ),
    fields: new Map(
      nodesOf(content, 'fieldPermissions').map((node) => [
        textOf(node, 'field') ?? '',
        { read: isTrue(node, 'readable'), edit: isTrue(node, 'editable') },
      ]),
    ),
    customPermissions: nodesOf(content, 'customPermissions')
      .filter((node) => isTrue(node, 'enabled'))
      .map((node) => textOf(node, 'name') ?? ''),
  }));
  return new Map(sets.map((set) => [set.name, set]));
}
