import { Tag, TagGroup } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { PartProps, SolutionCatalogue } from './part-props.ts';
import { SolutionSearch } from './SolutionSearch.tsx';
import { useSolutionNames } from './use-solution-names.ts';

/** The solutions of the deal: what is chosen as removable tags, and a search that adds to them. */
export function ProductsField({
  view,
  dispatch,
  catalogue,
}: PartProps & { readonly catalogue: SolutionCatalogue }): React.ReactElement {
  const field = view.fields.products;
  const names = useSolutionNames(catalogue, field.ids);
  const choose = (ids: readonly string[]): void => {
    dispatch({ kind: 'set', field: 'products', value: ids.length === 0 ? null : ids.join(', ') });
  };
  const withNames = field.ids.map((id) => nameAndId(names.get(id), id));
  return (
    <FieldFrame
      name="products"
      field={{ ...field, display: withNames.join('; ') || field.display }}
      emptyText={view.emptyText}
    >
      {(control) => (
        <div className="cosell-products">
          {field.ids.length > 0 && (
            <TagGroup
              className="cosell-tags"
              aria-label={field.label}
              onDismiss={(_, { value }) => choose(field.ids.filter((id) => id !== value))}
            >
              {field.ids.map((id) => (
                <Tag
                  key={id}
                  value={id}
                  size="small"
                  dismissible
                  aria-label={field.removeLabel.replace('{0}', nameAndId(names.get(id), id))}
                >
                  <bdi>{nameAndId(names.get(id), id)}</bdi>
                </Tag>
              ))}
            </TagGroup>
          )}
          <SolutionSearch
            control={control}
            field={field}
            catalogue={catalogue}
            onAdd={(ids) => choose([...field.ids, ...ids])}
          />
        </div>
      )}
    </FieldFrame>
  );
}

function nameAndId(name: string | undefined, id: string): string {
  return name === undefined ? id : `${name} (${id})`;
}
