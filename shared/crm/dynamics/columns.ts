import Big from 'big.js';
import { CosellError } from '../../core/errors/index.ts';
import type { CrmValue } from '../../core/model/index.ts';
import { CODE, CURRENCIES, type Currencies } from './currencies.ts';
import { parsePath } from './paths.ts';
import type { Schema } from './schema.ts';
import { isDecimal } from './values.ts';

type Values = Readonly<Record<string, CrmValue>>;

/** Turns values by path into the columns of a request on an opportunity. */
export interface ColumnWriter {
  /** Learns what `columnsOf` needs to know for these values; no call when it is known. */
  prepare(values: readonly Values[]): Promise<void>;
  /**
   * Decimal text becomes a number where the column holds one, a currency's code the lookup to it.
   * @throws CosellError `value-invalid` for a number that JSON cannot say exactly, and for a currency that the environment lacks;
   * `crm-rejected` for any other path through a lookup
   */
  columnsOf(values: Values): Values;
}

export function createColumnWriter(schema: Schema, currencies: Currencies): ColumnWriter {
  return {
    prepare: async (list) => {
      const named = list.flatMap((values) => Object.entries(values));
      await currencies.load(named.flatMap(([path, value]) => (isCurrencyPath(path) ? [String(value)] : [])));
      if (named.some(([, value]) => isNumberText(value))) await schema.load([]);
    },
    columnsOf: (values) =>
      Object.fromEntries(
        Object.entries(values).map(([path, value]): [string, CrmValue] => {
          const parsed = parsePath(path);
          const { navigation } = parsed;
          if (navigation === null) return [path, isDecimal(schema.typeOf(parsed)) ? numberOf(path, value) : value];
          if (!isCurrencyPath(path)) throw behindLookup(path);
          const id = currencies.idOf(String(value));
          if (id === null) throw unknownCurrency(path, String(value));
          return [`${navigation}@odata.bind`, `/${CURRENCIES}(${id})`];
        }),
      ),
  };
}

function isCurrencyPath(path: string): boolean {
  return path.endsWith(`.${CODE}`);
}

function isNumberText(value: CrmValue): boolean {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

function numberOf(field: string, value: CrmValue): CrmValue {
  if (!isNumberText(value)) return value;
  if (new Big(String(value)).eq(String(Number(value)))) return Number(value);
  throw new CosellError('value-invalid', {
    message: 'This number cannot be stored in Dynamics 365 exactly.',
    cure: 'Enter a plain number with at most 15 digits.',
    field,
  });
}

function unknownCurrency(field: string, code: string): CosellError {
  return new CosellError('value-invalid', {
    message: `Dynamics 365 has no currency ${code}, so the deal's value cannot be entered.`,
    cure: `Ask your administrator to add the currency ${code} in Dynamics 365, then sync again.`,
    field,
  });
}

function behindLookup(field: string): CosellError {
  return new CosellError('crm-rejected', {
    message: `The connector cannot write through a lookup (${field}).`,
    cure: 'Map the field to a column of the opportunity itself, or switch the row off for updates in the CRM.',
    field,
  });
}
