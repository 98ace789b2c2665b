import * as React from 'react';
import { Combobox, Option } from '@fluentui/react-components';
import type { FormColumn } from '../boot.ts';
import { callApi } from '../data/api.ts';
import type { JsonRow } from '../data/row.ts';
import { type CellValue, type Lookup, isLookup } from '../data/values.ts';
import { useForm } from './form-context.ts';

const NONE = '';
const SHOWN = 20;

interface LookupFieldProps {
  readonly column: FormColumn;
  readonly value: CellValue;
  readonly disabled: boolean;
  readonly onChange: (value: CellValue) => void;
}

/** A lookup: type a part of the name, choose a row, or empty the field. */
export function LookupField({ column, value, disabled, onChange }: LookupFieldProps): React.ReactElement {
  const { boot } = useForm();
  const current = isLookup(value) ? value : null;
  const [typed, setTyped] = React.useState<string | null>(null);
  const [found, setFound] = React.useState<readonly Lookup[]>([]);
  const [open, setOpen] = React.useState(false);

  React.useEffect(() => {
    if (!open) return undefined;
    let gone = false;
    void search(boot.tables, column, typed ?? '').then((rows) => gone || setFound(rows));
    return () => void (gone = true);
  }, [boot, column, open, typed]);

  // Fluent also reports that typing has undone the choice: then there is no id, and what was chosen stays until the field is left.
  const choose = (id: string | undefined): void => {
    if (id === undefined) return;
    setTyped(null);
    onChange(found.find((row) => row.id === id) ?? null);
  };
  return (
    <Combobox
      appearance="filled-darker"
      autoComplete="off"
      disabled={disabled}
      placeholder="---"
      value={typed ?? current?.name ?? ''}
      selectedOptions={current ? [current.id] : []}
      open={open}
      onOpenChange={(_, data) => setOpen(data.open)}
      onChange={(event) => {
        setTyped(event.target.value);
        setOpen(true);
      }}
      onBlur={() => {
        // Emptying the text empties the lookup; anything else that names no row goes back.
        if (typed === '') onChange(null);
        setTyped(null);
      }}
      onOptionSelect={(_, data) => choose(data.optionValue)}
    >
      {!column.required && current && (
        <Option value={NONE} text="">
          Remove {current.name}
        </Option>
      )}
      {found.map((row) => (
        <Option key={row.id} value={row.id} text={row.name}>
          {row.name}
        </Option>
      ))}
      {found.length === 0 && (
        <Option disabled value="none" text="">
          No records found
        </Option>
      )}
    </Combobox>
  );
}

async function search(
  tables: ReturnType<typeof useForm>['boot']['tables'],
  column: FormColumn,
  text: string,
): Promise<readonly Lookup[]> {
  const lists = await Promise.all(
    Object.keys(column.targets ?? {}).map(async (entityType) => {
      const table = tables[entityType];
      if (!table) return [];
      const filter = text === '' ? '' : `&$filter=contains(${table.primaryName},'${text.replaceAll("'", "''")}')`;
      const query = `${table.entitySet}?$select=${table.primaryName}&$orderby=${table.primaryName}&$top=${SHOWN}${filter}`;
      const { body } = await callApi('GET', encodeURI(query));
      return ((body.value ?? []) as JsonRow[]).map((row) => ({
        id: String(row[table.primaryId]),
        name: String(row[table.primaryName]),
        entityType,
      }));
    }),
  );
  return lists.flat();
}
