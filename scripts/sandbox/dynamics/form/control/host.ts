import type { ReactElement } from 'react';
import * as ReactDOM from 'react-dom';
import type { FormEvent } from '../record/session.ts';
import { type Fixed, contextNow, fixedContext } from './context.ts';
import { loadControl } from './load.ts';
import { outputChanges } from './outputs.ts';
import type { ControlInstance, Host } from './types.ts';

/** Puts the control into its place on the form and keeps it up to date. @returns what takes it away again */
export async function mountControl(
  host: Host,
  container: HTMLDivElement,
  wrap: (element: ReactElement) => ReactElement,
): Promise<() => void> {
  const Control = await loadControl(host.control);
  const fixed: Fixed = fixedContext(host);
  const instance: ControlInstance = new Control();
  let width = -1;
  let asked = false;
  let gone = false;

  const observer = new ResizeObserver(([entry]) => {
    const now = Math.round(entry?.contentRect.width ?? 0);
    if (now === width) return;
    width = now;
    draw(['layout']);
  });
  const context = (updatedProperties: readonly string[]) =>
    contextNow(host, fixed, {
      updatedProperties,
      width,
      onTrackResize: (track) => (track ? observer.observe(container) : observer.disconnect()),
      requestRender: () => void Promise.resolve().then(() => draw([])),
    });
  const draw = (updatedProperties: readonly string[]): void => {
    if (gone) return;
    const element = instance.updateView(context(updatedProperties));
    if (host.control.virtual && element) ReactDOM.render(wrap(element), container);
  };
  // The platform reads the outputs after the event in which the control announced them, once for several announcements.
  const notify = (): void => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      if (!gone) host.session.change(outputChanges(host, instance.getOutputs?.() ?? {}));
    });
  };

  instance.init(context([]), notify, {}, container);
  draw([]);
  const unsubscribe = host.session.subscribe((event) => {
    const updated = updatedProperties(host, event);
    if (updated !== null) draw(updated);
  });
  const online = (): void => draw([]);
  window.addEventListener('online', online);
  window.addEventListener('offline', online);

  return () => {
    gone = true;
    unsubscribe();
    observer.disconnect();
    window.removeEventListener('online', online);
    window.removeEventListener('offline', online);
    if (host.control.virtual) ReactDOM.unmountComponentAtNode(container);
    instance.destroy();
  };
}

/** What the platform names in `updatedProperties`; `null`: the event is none of the control's business. */
function updatedProperties({ binding }: Host, event: FormEvent): readonly string[] | null {
  const names = (columns: readonly string[]): string[] =>
    Object.entries(binding.parameters).flatMap(([name, bound]) =>
      'column' in bound && columns.includes(bound.column) ? [name] : [],
    );
  switch (event.kind) {
    case 'changed': {
      const changed = names(event.columns);
      return changed.length > 0 ? changed : null;
    }
    case 'saved':
      return ['entityId', ...Object.keys(binding.parameters)];
    case 'loaded':
      return Object.keys(binding.parameters);
    case 'other':
      return null;
  }
}
