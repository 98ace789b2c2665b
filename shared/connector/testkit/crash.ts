/** A process that can be killed at any of its effects. */
export interface DoomedProcess {
  /** A port whose every call counts as two moments: before the effect, and after it. */
  wrap<Port extends object>(port: Port): Port;
  /** Resolves when the process was killed; from then on none of its calls has an effect or an answer. */
  readonly killed: Promise<'killed'>;
  /** How many moments there were so far. */
  moments(): number;
}

const never = new Promise<never>(() => undefined);

/**
 * @param killAt the moment at which the process dies (kill -9: nothing is caught, nothing is tidied up); `Infinity`: never
 */
export function createDoomedProcess(killAt: number): DoomedProcess {
  let count = 0;
  let kill: (answer: 'killed') => void = () => undefined;
  const killed = new Promise<'killed'>((resolve) => (kill = resolve));
  let dead = false;
  const survives = (): boolean => {
    if (dead) return false;
    count += 1;
    if (count <= killAt) return true;
    dead = true;
    kill('killed');
    return false;
  };
  const guard = async (call: () => unknown): Promise<unknown> => {
    if (!survives()) return never;
    try {
      const result = await (call() as Promise<unknown>);
      return survives() ? result : await never;
    } catch (thrown) {
      if (survives()) throw thrown;
      return never;
    }
  };
  async function* guardPages(pages: AsyncIterable<unknown>): AsyncGenerator {
    if (!survives()) await never;
    for await (const page of pages) {
      if (!survives()) await never;
      yield page;
    }
  }
  return {
    killed,
    moments: () => count,
    wrap: (port) =>
      new Proxy(port, {
        get: (target, name, receiver) => {
          const member: unknown = Reflect.get(target, name, receiver);
          if (typeof member !== 'function') return member;
          const method = member as (...parameters: unknown[]) => unknown;
          return (...parameters: unknown[]) => {
            if (name === 'list') return guardPages(method.apply(target, parameters) as AsyncIterable<unknown>);
            return guard(() => method.apply(target, parameters));
          };
        },
      }),
  };
}
