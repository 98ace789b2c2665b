/** ETags in the service's own form, inner quotes included: `"00000007-0000-0000-0000-6740c1a20000"`. Every call gives another one. */
export function createETags(now: () => number): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `"${hex(count)}-0000-0000-0000-${hex(Math.floor(now() / 1000))}0000"`;
  };
}

const hex = (value: number) => value.toString(16).padStart(8, '0');
