/** The items of each CRM, in their order. */
export function byCrm<Item extends { readonly crm: string }>(items: readonly Item[]): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.crm);
    if (group) group.push(item);
    else groups.set(item.crm, [item]);
  }
  return groups;
}
