import type { ControlBoot } from '../boot.ts';
import type { ControlConstructor } from './types.ts';

/** What bundles of controls register themselves with. */
interface Registry {
  registerControl(name: string, control: ControlConstructor): void;
}

const registered = new Map<string, ControlConstructor>();

/** Loads the production bundle as the platform does: it registers its class under its full name. @throws Error when it doesn't */
export async function loadControl({ name, bundle }: ControlBoot): Promise<ControlConstructor> {
  const registry: Registry = { registerControl: (id, control) => void registered.set(id, control) };
  Object.assign(window, { ComponentFramework: registry });
  if (!registered.has(name)) await runScript(bundle);
  const control = registered.get(name);
  if (!control) throw new Error(`${bundle} did not register ${name}.`);
  return control;
}

function runScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} could not be loaded.`));
    document.head.append(script);
  });
}
