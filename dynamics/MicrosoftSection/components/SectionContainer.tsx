import { FluentProvider, IdPrefixProvider, type Theme, webLightTheme } from '@fluentui/react-components';
import * as React from 'react';
import { describeSection } from '../../../shared/section/describe/describe-section.ts';
import type { HostedSection } from '../host/section-host.ts';
import { createElement } from './create-element.ts';
import { SectionView } from './SectionView.tsx';
import { useSectionState } from './use-section-state.ts';

export interface SectionContainerProps extends HostedSection {
  /** Of the app: light, dark, high contrast, or the organisation's own. Apps without the modern look have none. */
  readonly theme: Theme | undefined;
  readonly isRtl: boolean;
}

/** The section as it stands now, in the app's look and the person's language. */
export function SectionContainer(props: SectionContainerProps): React.ReactElement {
  const { controller, catalogue, sectionRef, texts, formats, theme = webLightTheme, isRtl } = props;
  const state = useSectionState(controller);
  const view = React.useMemo(() => describeSection(state, texts, formats), [state, texts, formats]);
  return (
    <IdPrefixProvider value="cosell-">
      <FluentProvider theme={theme} dir={isRtl ? 'rtl' : 'ltr'} style={TRANSPARENT}>
        <SectionView
          view={view}
          dispatch={(intent) => controller.dispatch(intent)}
          catalogue={catalogue}
          sectionRef={sectionRef}
        />
      </FluentProvider>
    </IdPrefixProvider>
  );
}

/** The form's own background shows through. */
const TRANSPARENT = { backgroundColor: 'transparent' };
