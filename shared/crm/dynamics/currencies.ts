import type { Operation } from './batch-request.ts';
import { queryPath } from './query.ts';
import { type Row, optionalText } from './row.ts';
import type { RowReader } from './rows.ts';

/** The currencies of the environment by ISO code: an amount is written with a lookup to one of them. */
export interface Currencies {
  /** What a call has to carry along so that they are known; nothing once they are. */
  missing(): readonly Operation[];
  /** @param answers rows that came for `missing()` */
  learn(answers: readonly (readonly Row[])[]): void;
  /** Asks the service when they are not known yet, or when this one is not among them: it may be new. */
  load(codes: readonly string[]): Promise<void>;
  /** The row's id; `null` when the environment has no such currency. */
  idOf(code: string): string | null;
}

/** The entity set. */
export const CURRENCIES = 'transactioncurrencies';
/** The column that names a currency. */
export const CODE = 'isocurrencycode';

export function createCurrencies(reader: RowReader): Currencies {
  let ids: ReadonlyMap<string, string> | null = null;
  const all: readonly Operation[] = [
    {
      method: 'GET',
      path: queryPath(CURRENCIES, { select: ['transactioncurrencyid', CODE], filter: 'statecode eq 0' }),
    },
  ];
  const currencies: Currencies = {
    missing: () => (ids === null ? all : []),
    learn: ([rows]) => {
      if (rows === undefined) return;
      ids = new Map(
        rows.map((row) => [optionalText(row, CODE) ?? '', optionalText(row, 'transactioncurrencyid') ?? '']),
      );
    },
    load: async (codes) => {
      if (codes.every((code) => currencies.idOf(code) !== null)) return;
      currencies.learn(await reader.all(all));
    },
    idOf: (code) => ids?.get(code) ?? null,
  };
  return currencies;
}
