import { Button, Tooltip, type ButtonProps } from '@fluentui/react-components';
import * as React from 'react';
import type { ViewAction } from '../../../shared/section/contract/index.ts';
import { createElement } from './create-element.ts';
import type { Dispatch } from './part-props.ts';

interface ActionButtonProps {
  readonly action: ViewAction;
  readonly dispatch: Dispatch;
  readonly appearance?: ButtonProps['appearance'];
  readonly size?: ButtonProps['size'];
}

/** One thing a person can do. While it can't be done it stays in the tab order and says why. */
export function ActionButton({ action, dispatch, appearance, size }: ActionButtonProps): React.ReactElement {
  const { label, intent, disabledBecause } = action;
  const button = (
    <Button
      appearance={appearance}
      size={size}
      disabledFocusable={disabledBecause !== null}
      onClick={() => {
        if (disabledBecause === null) dispatch(intent);
      }}
    >
      {label}
    </Button>
  );
  if (disabledBecause === null) return button;
  return (
    <Tooltip content={disabledBecause} relationship="description">
      {button}
    </Tooltip>
  );
}
