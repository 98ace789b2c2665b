import * as React from 'react';
import { FluentProvider, IdPrefixProvider, Spinner } from '@fluentui/react-components';
import type { FormCell } from '../boot.ts';
import { mountControl } from '../control/host.ts';
import { THEMES } from '../control/theme.ts';
import { useForm } from './form-context.ts';

/** The place of a code component. The platform draws around it what went wrong when it cannot be shown. */
export function ControlCell({ cell }: { readonly cell: FormCell }): React.ReactElement {
  const { boot, session, dialogs } = useForm();
  const place = React.useRef<HTMLDivElement>(null);
  const [state, setState] = React.useState<'loading' | 'shown' | Error>('loading');

  React.useEffect(() => {
    const { control } = boot;
    const container = place.current;
    if (!container || !control || !cell.control) return undefined;
    const host = { boot, control, binding: cell.control, settings: boot.settings, session, dialogs };
    const fail = (error: unknown): void => setState(error instanceof Error ? error : new Error(String(error)));
    const wrap = (element: React.ReactElement): React.ReactElement => (
      <Guard onError={fail}>
        {boot.settings.look === 'modern' ? (
          <IdPrefixProvider value="control-">
            <FluentProvider theme={THEMES[boot.settings.theme]} dir={boot.settings.isRtl ? 'rtl' : 'ltr'}>
              {element}
            </FluentProvider>
          </IdPrefixProvider>
        ) : (
          element
        )}
      </Guard>
    );
    const mounted = mountControl(host, container, wrap);
    mounted.then(() => setState((now) => (now === 'loading' ? 'shown' : now)), fail);
    return () => void mounted.then((remove) => remove()).catch(() => undefined);
  }, [boot, cell, session, dialogs]);

  return (
    <div data-control={cell.control?.name}>
      {state === 'loading' && <Spinner size="small" label="Loading control" />}
      {state instanceof Error && (
        <p role="alert">
          <strong>Error loading control</strong> {state.message}
        </p>
      )}
      <div ref={place} className="custom-control" />
    </div>
  );
}

/** Keeps a mistake of the control from taking the form along, and shows it. */
class Guard extends React.Component<{ readonly onError: (error: unknown) => void }, { readonly failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }
  override render(): React.ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
