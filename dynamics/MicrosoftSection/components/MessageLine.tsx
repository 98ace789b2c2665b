import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import * as React from 'react';
import type { ViewMessage } from '../../../shared/section/contract/index.ts';
import { ActionButton } from './ActionButton.tsx';
import { createElement } from './create-element.ts';
import type { Dispatch } from './part-props.ts';

interface MessageLineProps {
  readonly message: ViewMessage | null;
  readonly dispatch: Dispatch;
}

/** What happened, what it means, and what to do about it. Read aloud by the live region of the section, not by the bar. */
export function MessageLine({ message, dispatch }: MessageLineProps): React.ReactElement | null {
  if (message === null) return null;
  const { tone, title, text, action, secondary, technical, technicalLabel } = message;
  return (
    <MessageBar intent={tone === 'neutral' ? 'info' : tone} layout="multiline" className="cosell-message">
      <MessageBarBody>
        <MessageBarTitle>
          <bdi>{title}</bdi>
        </MessageBarTitle>
        <bdi>{text}</bdi>
        {technical.length > 0 && <Technical lines={technical} label={technicalLabel} />}
      </MessageBarBody>
      {(action ?? secondary) !== null && (
        <MessageBarActions>
          {/* Where all is well, nothing has to be done. */}
          {action !== null && (
            <ActionButton action={action} dispatch={dispatch} appearance={tone === 'success' ? 'subtle' : 'primary'} />
          )}
          {secondary !== null && <ActionButton action={secondary} dispatch={dispatch} />}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function Technical({
  lines,
  label,
}: {
  readonly lines: readonly string[];
  readonly label: string;
}): React.ReactElement {
  return (
    <details>
      <summary>{label}</summary>
      {lines.map((line) => (
        <div key={line} className="cosell-code">
          {line}
        </div>
      ))}
    </details>
  );
}
