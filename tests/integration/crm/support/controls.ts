import type { CrmWorld, LoggedCall } from '../../../contract/crm-port.ts';

/** What both org clients offer: one of the stand-in's controls (design.md §6). */
interface Controllable {
  control(method: string, name: string, body?: unknown): Promise<unknown>;
}

type Controls = Pick<CrmWorld, 'calls' | 'clearCalls' | 'addFault' | 'clearFaults' | 'expireTokens'>;

/** The part of a world that is the stand-in's own: its request log without the paths that cost no quota, its faults, its tokens. */
export function controlsOf(org: Controllable, free: RegExp): Controls {
  const tell = async (method: string, name: string, body?: unknown): Promise<void> => {
    await org.control(method, name, body);
  };
  return {
    calls: async () => {
      const log = (await org.control('GET', 'requests')) as readonly LoggedCall[];
      return log.filter(({ path }) => !free.test(path));
    },
    clearCalls: () => tell('DELETE', 'requests'),
    addFault: (fault) => tell('POST', 'faults', fault),
    clearFaults: () => tell('DELETE', 'faults'),
    expireTokens: () => tell('POST', 'tokens/expire'),
  };
}
