import * as React from 'react';
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ApiFault } from '../data/api.ts';
import type { PlatformDialog } from '../control/types.ts';
import { useForm } from './form-context.ts';

/** The dialogs of the platform: those that somebody asked for, and those that a save brought. */
export function Dialogs(): React.ReactElement | null {
  const { dialogs, session, state } = useForm();
  const [asked, setAsked] = React.useState(dialogs.current());
  React.useEffect(() => dialogs.subscribe(() => setAsked(dialogs.current())), [dialogs]);
  if (state.fault) {
    const { dialog, answer } = faultDialog(state.fault, session);
    return <PlatformDialogView key="fault" dialog={dialog} onAnswer={answer} />;
  }
  return asked && <PlatformDialogView dialog={asked.dialog} onAnswer={asked.answer} />;
}

/** The platform's words for a refused save. Whatever was typed stays on the form. */
function faultDialog(
  fault: ApiFault,
  session: ReturnType<typeof useForm>['session'],
): { dialog: PlatformDialog; answer: (confirmed: boolean) => void } {
  const close = (): void => session.dismissFault();
  if (fault.status === 401) {
    return {
      dialog: {
        title: 'Sign in again',
        text: 'Your session has ended. Sign in again in another window, or reload this page; what you have not saved would then be lost.',
        details: fault.message,
        confirm: 'Reload',
        cancel: 'Not now',
      },
      answer: (confirmed) => (confirmed ? window.location.reload() : close()),
    };
  }
  if (fault.status === 412) {
    return {
      dialog: {
        title: 'The record has been changed',
        text: 'Somebody else has changed this record since you opened it. Load the record as it is now and lose your changes, or keep them and save again.',
        details: fault.message,
        confirm: 'Discard my changes',
        cancel: 'Keep my changes',
      },
      answer(confirmed) {
        close();
        if (confirmed) void session.load();
      },
    };
  }
  return { dialog: plainFault(fault), answer: close };
}

function plainFault(fault: ApiFault): PlatformDialog {
  const details = fault.code === '' ? fault.message : `${fault.code}: ${fault.message}`;
  if (fault.status === 0)
    return {
      title: 'Unable to reach the server',
      text: 'Check the connection and try again. Your changes are still on this form.',
      details,
      confirm: 'OK',
    };
  if (fault.status === 403)
    return {
      title: 'Insufficient Permissions',
      text: 'You don’t have the permission for this. Ask your administrator. Your changes are still on this form.',
      details,
      confirm: 'OK',
    };
  return { title: 'Error', text: fault.message, details: fault.code, confirm: 'OK' };
}

function PlatformDialogView({
  dialog,
  onAnswer,
}: {
  readonly dialog: PlatformDialog;
  readonly onAnswer: (confirmed: boolean) => void;
}): React.ReactElement {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => open || onAnswer(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{dialog.title}</DialogTitle>
          <DialogContent>
            <p>{dialog.text}</p>
            {dialog.details && (
              <details>
                <summary>Show details</summary>
                <p style={{ overflowWrap: 'anywhere' }}>{dialog.details}</p>
              </details>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => onAnswer(true)}>
              {dialog.confirm}
            </Button>
            {dialog.cancel && <Button onClick={() => onAnswer(false)}>{dialog.cancel}</Button>}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
