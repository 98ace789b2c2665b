/** Something that somebody does while a process works, at the given one of its calls. */
export interface Interruption {
  readonly at: number;
  readonly act: () => void;
}

/** Wraps ports so that the interruption happens right before one of their calls. */
export function createInterruption(interruption: Interruption | null): {
  wrap<Port extends object>(port: Port): Port;
} {
  let calls = 0;
  return {
    wrap: (port) =>
      interruption === null
        ? port
        : new Proxy(port, {
            get: (target, name, receiver) => {
              const member: unknown = Reflect.get(target, name, receiver);
              if (typeof member !== 'function') return member;
              const method = member as (...parameters: unknown[]) => unknown;
              return (...parameters: unknown[]) => {
                calls += 1;
                if (calls === interruption.at) interruption.act();
                return method.apply(target, parameters);
              };
            },
          }),
  };
}
