import * as React from 'react';
import { createElement } from './create-element.ts';
import { HelpField } from './HelpField.tsx';
import type { PartProps, SolutionCatalogue } from './part-props.ts';
import { ProductsField } from './ProductsField.tsx';
import { SwitchField } from './SwitchField.tsx';

/** What a seller decides. A field that this person may not read is not there at all. */
export function EditableFields({
  catalogue,
  ...props
}: PartProps & { readonly catalogue: SolutionCatalogue }): React.ReactElement | null {
  const { sync, help, products, visible } = props.view.fields;
  if (![sync, help, products, visible].some((field) => field.visible)) return null;
  return (
    <div className="cosell-grid">
      {sync.visible && <SwitchField name="sync" {...props} />}
      {help.visible && <HelpField {...props} />}
      {products.visible && <ProductsField catalogue={catalogue} {...props} />}
      {visible.visible && <SwitchField name="visible" {...props} />}
    </div>
  );
}
