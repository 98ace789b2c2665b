import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Textarea,
} from '@fluentui/react-components';
import * as React from 'react';
import type { DialogView } from '../../../shared/section/contract/index.ts';
import { ActionButton } from './ActionButton.tsx';
import { ChecklistItems } from './Checklist.tsx';
import { createElement, Fragment } from './create-element.ts';
import { HistoryDays } from './History.tsx';
import type { Dispatch } from './part-props.ts';

interface SectionDialogProps {
  readonly dialog: DialogView;
  readonly dispatch: Dispatch;
}

/** What is asked or shown before anything happens. Escape and a click beside it mean "cancel". */
export function SectionDialog({ dialog, dispatch }: SectionDialogProps): React.ReactElement {
  const { title, text, lines, checklist, reason, confirm, cancel, history } = dialog;
  return (
    <Dialog
      open
      onOpenChange={(_, { open }) => {
        if (!open) dispatch(cancel.intent);
      }}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          {/* What scrolls must be reachable by keyboard; where there is something to fill in, that comes first. */}
          <DialogContent className="cosell-dialog" {...(reason === null && { tabIndex: 0 })}>
            <bdi>{text}</bdi>
            <PreviewLines lines={lines} />
            {checklist.length > 0 && <ChecklistItems items={checklist} dispatch={dispatch} />}
            {reason !== null && <Reason reason={reason} dispatch={dispatch} />}
            <HistoryDays days={history} />
          </DialogContent>
          <DialogActions>
            {confirm !== null && <ActionButton action={confirm} dispatch={dispatch} appearance="primary" />}
            <Button onClick={() => dispatch(cancel.intent)}>{cancel.label}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function PreviewLines({ lines }: Pick<DialogView, 'lines'>): React.ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <dl className="cosell-lines">
      {lines.map(({ label, value }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

interface ReasonProps {
  readonly reason: NonNullable<DialogView['reason']>;
  readonly dispatch: Dispatch;
}

function Reason({ reason: { label, value, error, maxLength }, dispatch }: ReasonProps): React.ReactElement {
  return (
    <Field label={label} required {...(error !== null && { validationMessage: error })}>
      <Textarea
        value={value}
        maxLength={maxLength}
        onChange={(_, data) => dispatch({ kind: 'type-reason', reason: data.value })}
      />
    </Field>
  );
}
