import { Badge } from '@fluentui/react-components';
import * as React from 'react';
import type { SyncStatus } from '../../../shared/core/model/status.ts';

const COLORS: Readonly<Record<SyncStatus, 'success' | 'danger' | 'warning' | 'informative' | 'subtle'>> = {
  'not-shared': 'subtle',
  'not-ready': 'warning',
  sending: 'informative',
  'waiting-for-microsoft': 'informative',
  'answer-needed': 'warning',
  'in-sync': 'success',
  conflict: 'warning',
  retrying: 'warning',
  failed: 'danger',
  paused: 'subtle',
  closed: 'subtle',
  unlinked: 'danger',
};

export interface StatusBadgeProps {
  readonly status: SyncStatus;
  /** The status in the user's language; the colour only repeats what it says. */
  readonly label: string;
}

/** Where the opportunity stands with Partner Center, as a word; announced politely when it changes. */
export function StatusBadge({ status, label }: StatusBadgeProps): React.ReactElement {
  return (
    <div role="status">
      <Badge appearance="tint" color={COLORS[status]} size="large">
        {label}
      </Badge>
    </div>
  );
}
