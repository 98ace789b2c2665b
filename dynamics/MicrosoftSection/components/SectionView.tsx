import { useId } from '@fluentui/react-components';
import * as React from 'react';
import { Checklist } from './Checklist.tsx';
import { Conflicts } from './Conflicts.tsx';
import { createElement, Fragment } from './create-element.ts';
import { EditableFields } from './EditableFields.tsx';
import { RecentHistory } from './History.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { LoadingSkeleton } from './LoadingSkeleton.tsx';
import { MessageLine } from './MessageLine.tsx';
import type { PartProps, SolutionCatalogue } from './part-props.ts';
import { ReadOnlyFields } from './ReadOnlyFields.tsx';
import { SectionDialog } from './SectionDialog.tsx';
import { SectionHeader } from './SectionHeader.tsx';
import { useReturnedFocus } from './use-returned-focus.ts';

export interface SectionViewProps extends PartProps {
  readonly sectionRef?: React.Ref<HTMLElement>;
  readonly catalogue: SolutionCatalogue;
}

/** The whole section, drawn from its view. It holds no state of the deal and adds no words. */
export function SectionView({ catalogue, sectionRef, ...props }: SectionViewProps): React.ReactElement {
  const titleId = useId('cosell-title-');
  const { view, dispatch } = props;
  useReturnedFocus(view.dialog !== null, titleId);
  return (
    <section
      ref={sectionRef}
      className="cosell-section"
      aria-labelledby={titleId}
      aria-busy={view.busy}
      data-state={view.state}
    >
      <SectionHeader titleId={titleId} {...props} />
      <LiveRegion text={view.announcement} />
      <MessageLine message={view.stale} dispatch={dispatch} />
      <MessageLine message={view.message} dispatch={dispatch} />
      {view.state === 'loading' ? (
        <LoadingSkeleton />
      ) : (
        <>
          <EditableFields catalogue={catalogue} {...props} />
          <Checklist {...props} />
          <Conflicts {...props} />
          <ReadOnlyFields {...props} />
          <RecentHistory {...props} />
        </>
      )}
      {view.dialog !== null && <SectionDialog dialog={view.dialog} dispatch={dispatch} />}
    </section>
  );
}
