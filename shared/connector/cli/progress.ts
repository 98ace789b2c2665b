import { SingleBar } from 'cli-progress';

/** A bar that grows with what was found: how many there are is only known at the end. On standard error. */
export interface Progress {
  found(count: number): void;
  stop(): void;
}

export function startProgress(name: string): Progress {
  const bar = new SingleBar({ format: `${name} [{bar}] {value}`, stream: process.stderr, hideCursor: true });
  bar.start(1, 0);
  return {
    found: (count) => {
      bar.setTotal(count + 1);
      bar.update(count);
    },
    stop: () => {
      bar.setTotal(Math.max(1, bar.getTotal() - 1));
      bar.stop();
    },
  };
}

/** Runs `work` with a bar that ends with it. */
export async function withProgress<Result>(
  name: string,
  work: (found: (count: number) => void) => Promise<Result>,
): Promise<Result> {
  const progress = startProgress(name);
  try {
    return await work((count) => progress.found(count));
  } finally {
    progress.stop();
  }
}
