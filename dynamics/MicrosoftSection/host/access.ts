import { byField, type EditableField, type FieldAccess } from '../../../shared/section/contract/index.ts';

/** The four properties that belong to the person; the names are those of the manifest. */
export type BoundProperties = Readonly<
  Record<EditableField, Pick<ComponentFramework.PropertyTypes.Property, 'security'>>
>;

/** What column security lets this person do; a column that is not secured has no `security` at all. */
export function accessOf(parameters: BoundProperties): Readonly<Record<EditableField, FieldAccess>> {
  return byField((field) => {
    const { readable = true, editable = true } = parameters[field].security ?? {};
    return { readable, editable };
  });
}
