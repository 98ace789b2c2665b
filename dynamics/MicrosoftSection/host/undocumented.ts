/** Which row the form shows. `unknown`: the platform no longer tells controls. */
export type FormRecord =
  | { readonly kind: 'saved'; readonly table: string; readonly id: string }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'unknown' };

/**
 * The one place that looks at members of the context which exist at run time and are documented nowhere: `mode.contextInfo`,
 * and `page`, which newer apps have beside it. There is no documented way for a field control to learn its row's id
 * (github.com/MicrosoftDocs/powerapps-docs/issues/1407). Each is looked for and none is needed: without them the section
 * says that it cannot load instead of failing.
 */
export function recordOnForm(context: unknown): FormRecord {
  const info = objectAt(objectAt(context, 'mode'), 'contextInfo') ?? objectAt(context, 'page');
  if (info === null || typeof info.entityTypeName !== 'string') return { kind: 'unknown' };
  const id = typeof info.entityId === 'string' ? info.entityId.replace(/[{}]/g, '').toLowerCase() : '';
  return id === '' ? { kind: 'unsaved' } : { kind: 'saved', table: info.entityTypeName, id };
}

function objectAt(parent: unknown, member: string): Record<string, unknown> | null {
  if (typeof parent !== 'object' || parent === null) return null;
  const value = (parent as Record<string, unknown>)[member];
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}
