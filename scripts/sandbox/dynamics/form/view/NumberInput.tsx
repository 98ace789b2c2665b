import * as React from 'react';
import { Input } from '@fluentui/react-components';
import type { FormColumn } from '../boot.ts';
import { formatCell } from '../data/format.ts';
import { parseNumber } from '../data/parse-number.ts';
import type { CellValue } from '../data/values.ts';
import { useForm } from './form-context.ts';

interface NumberInputProps {
  readonly column: FormColumn;
  readonly value: CellValue;
  readonly disabled: boolean;
  readonly appearance: 'filled-darker';
  readonly onChange: (value: CellValue) => void;
}

/** A number as people write it: with or without currency and separators, taken over when the field is left, as on the platform. */
export function NumberInput({ column, value, onChange, ...field }: NumberInputProps): React.ReactElement {
  const { boot, session } = useForm();
  const [typed, setTyped] = React.useState<string | null>(null);
  const leave = (): void => {
    if (typed === null) return;
    const number = parseNumber(typed, column);
    setTyped(null);
    if (number !== undefined) onChange(number);
  };
  return (
    <Input
      {...field}
      inputMode="decimal"
      placeholder="---"
      value={typed ?? formatCell(boot, column, value, session)}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}
