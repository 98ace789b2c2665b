/** A wait that can be cut short, once by name and for good by the signal. */
export interface Pause {
  /** Resolves after `milliseconds`, or at once when woken or aborted. A wake-up that came before counts. */
  wait(milliseconds: number): Promise<void>;
  wake(): void;
}

export function createPause(signal: AbortSignal): Pause {
  let woken = false;
  let end: () => void = () => undefined;
  const wake = (): void => {
    woken = true;
    end();
  };
  signal.addEventListener('abort', wake, { once: true });
  return {
    wake,
    wait: async (milliseconds) => {
      if (!woken && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      woken = false;
    },
  };
}
