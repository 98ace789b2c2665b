/** The sandbox's ports: one base, the three outside systems right above it (design.md §6). */
export interface SandboxPorts {
  readonly connector: number;
  readonly partnerCenter: number;
  readonly salesforce: number;
  readonly dynamics: number;
}

const DEFAULT_BASE = 4100;

/** @throws Error when `SANDBOX_PORT` is not a port with room for three more above it. */
export function sandboxPorts(sandboxPort: string | undefined): SandboxPorts {
  const base = sandboxPort === undefined || sandboxPort === '' ? DEFAULT_BASE : Number(sandboxPort);
  if (!Number.isInteger(base) || base < 1 || base > 65_532) {
    throw new Error(
      `SANDBOX_PORT is "${sandboxPort}", but must be a whole number from 1 to 65532. Leave it out for ${DEFAULT_BASE}.`,
    );
  }
  return { connector: base, partnerCenter: base + 1, salesforce: base + 2, dynamics: base + 3 };
}
