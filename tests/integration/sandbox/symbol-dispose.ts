import { addAbortListener } from 'node:events';

/**
 * Jest 29 runs tests in a realm of their own, whose Symbol lacks Node's `dispose`; undici, which jsforce brings along,
 * relies on it. Import this before jsforce.
 */
const { dispose } = Symbol as { dispose?: symbol };
if (dispose === undefined) {
  const disposable = addAbortListener(new AbortController().signal, () => undefined);
  const [value] = Object.getOwnPropertySymbols(disposable);
  Object.defineProperty(Symbol, 'dispose', { value });
}
