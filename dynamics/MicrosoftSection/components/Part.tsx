import { Subtitle2 } from '@fluentui/react-components';
import * as React from 'react';
import { createElement } from './create-element.ts';

interface PartProps {
  readonly title: string;
  readonly children: React.ReactNode;
}

/** A part of the section below its heading. */
export function Part({ title, children }: PartProps): React.ReactElement {
  return (
    <div>
      <Subtitle2 as="h4">{title}</Subtitle2>
      {children}
    </div>
  );
}
