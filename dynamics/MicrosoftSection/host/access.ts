import type { EditableField, FieldAccess } from '../../../shared/section/contract/index.ts';

/** The four properties that belong to the person; the names are those of the manifest. */
export type BoundProperties = Readonly<
  Record<EditableField, Pick<ComponentFramework.PropertyTypes.Property, 'security'>>
>;

/** What column security lets this person do; a column that is not secured has no `security` at all. */
export function accessOf(parameters: BoundProperties): Readonly<Record<EditableField, FieldAccess>> {
  const of = ({ security }: BoundProperties[EditableField]): FieldAccess => ({
    readable: security?.readable ?? true,
    editable: security?.editable ?? true,
  });
  return {
    sync: of(parameters.sync),
    help: of(parameters.help),
    products: of(parameters.products),
    visible: of(parameters.visible),
  };
}
