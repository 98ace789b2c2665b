import { Combobox, Option, type ComboboxProps } from '@fluentui/react-components';
import * as React from 'react';
import { parseSolutions } from '../../../shared/core/model/solution.ts';
import type { SectionView, SolutionOption } from '../../../shared/section/contract/index.ts';
import { createElement } from './create-element.ts';
import type { SolutionCatalogue } from './part-props.ts';
import { useSolutionSearch } from './use-solution-search.ts';

interface SolutionSearchProps {
  /** Id and descriptions that the frame of the field gives to its control. */
  readonly control: Pick<ComboboxProps, 'id' | 'aria-describedby' | 'aria-invalid' | 'aria-labelledby'>;
  readonly field: SectionView['fields']['products'];
  readonly catalogue: SolutionCatalogue;
  readonly onAdd: (ids: readonly string[]) => void;
}

/**
 * Finds solutions by name or id. What is typed can be taken as it is, since the catalogue need not know every id; a list,
 * pasted or typed, adds everything in it at once.
 */
export function SolutionSearch({ control, field, catalogue, onAdd }: SolutionSearchProps): React.ReactElement {
  const [text, setText] = React.useState('');
  const [active, setActive] = React.useState(false);
  const [isOpen, setOpen] = React.useState(false);
  const { found, searching } = useSolutionSearch(catalogue, text, active);
  const options = optionsFor(text, found, field.ids);

  const add = (ids: readonly string[]): void => {
    setText('');
    const fresh = ids.filter((id) => !field.ids.includes(id));
    if (fresh.length > 0) onAdd(fresh);
  };

  return (
    <Combobox
      {...control}
      appearance="filled-darker"
      freeform
      autoComplete="off"
      expandIcon={null}
      placeholder={field.placeholder}
      value={text}
      selectedOptions={[]}
      open={isOpen}
      onOpenChange={(_, { open }) => setOpen(open)}
      onFocus={() => setActive(true)}
      onBlur={() => setActive(false)}
      onChange={(event) => {
        setText(event.target.value);
        // The library opens the list by key presses alone; an input method, a paste and dictation have none.
        setOpen(event.target.value !== '');
      }}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue !== undefined) add([optionValue]);
      }}
      onPaste={(event) => {
        const pasted = idsIn(event.clipboardData.getData('text'));
        if (pasted.length < 2) return;
        event.preventDefault();
        add(pasted);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !/[,;]/.test(text)) return;
        event.preventDefault();
        add(idsIn(text));
      }}
    >
      {options.map(({ id, name }) => (
        <Option key={id} value={id} text={name}>
          {name === id ? id : `${name} (${id})`}
        </Option>
      ))}
      {options.length === 0 && (
        <Option key="" value="" text="" disabled checkIcon={null}>
          {searching ? field.searching : field.noneFound}
        </Option>
      )}
    </Combobox>
  );
}

/** Ids of a list as people write them; words without a digit are no ids. */
function idsIn(text: string): readonly string[] {
  return parseSolutions(text)
    .map(({ id }) => id)
    .filter((id) => /\d/.test(id));
}

/** What is typed stands last when it could be an id that the catalogue does not have. */
function optionsFor(
  text: string,
  found: readonly SolutionOption[],
  chosen: readonly string[],
): readonly Pick<SolutionOption, 'id' | 'name'>[] {
  const known = new Set([...chosen, ...found.map(({ id }) => id)]);
  const [typed, ...more] = idsIn(text);
  const asId = typed !== undefined && more.length === 0 && !known.has(typed) ? [{ id: typed, name: typed }] : [];
  return [...found.filter(({ id }) => !chosen.includes(id)), ...asId];
}
