import { Badge, type BadgeProps } from '@fluentui/react-components';
import * as React from 'react';
import type { SectionView, Tone } from '../../../shared/section/contract/index.ts';
import { createElement } from './create-element.ts';
import { Icon } from './icons.tsx';

const COLORS: Readonly<Record<Tone, BadgeProps['color']>> = {
  neutral: 'subtle',
  info: 'informative',
  success: 'success',
  warning: 'warning',
  error: 'danger',
};

/** Where the opportunity stands with Partner Center: a word and an icon; the colour only repeats them. */
export function StatusBadge({ icon, tone, label }: SectionView['status']): React.ReactElement {
  return (
    <Badge appearance="tint" size="large" color={COLORS[tone]} {...(icon !== 'none' && { icon: <Icon name={icon} /> })}>
      {label}
    </Badge>
  );
}
