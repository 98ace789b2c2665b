import { createDOMRenderer, FluentProvider, RendererProvider, webLightTheme } from '@fluentui/react-components';
import { act, render } from '@testing-library/react';
import axe from 'axe-core';
import * as React from 'react';
import type { Intent, SectionState, SectionView as View } from '../../../shared/section/contract/index.ts';
import { describeSection } from '../../../shared/section/describe/describe-section.ts';
import texts from '../../../shared/section/texts/en.json';
import type { SolutionCatalogue } from '../components/part-props.ts';
import { SectionView } from '../components/SectionView.tsx';
import { createElement } from '../components/create-element.ts';

const EMPTY: SolutionCatalogue = {
  searchSolutions: () => Promise.resolve([]),
  solutionsById: () => Promise.resolve([]),
};

/**
 * Where Fluent's styles go: nothing is drawn here, and every question of axe or a query about an element would be worked out from all of them.
 */
const elsewhere = document.implementation.createHTMLDocument();
const renderer = createDOMRenderer(elsewhere);

export interface Drawn {
  readonly view: View;
  readonly container: HTMLElement;
  readonly intents: Intent[];
  readonly redraw: (state: SectionState) => void;
}

/** The section of a state in English, and what people do to it. Resolves when the names of its products have come. */
export async function draw(state: SectionState, catalogue = EMPTY): Promise<Drawn> {
  const intents: Intent[] = [];
  const element = (shown: SectionState): React.ReactElement => (
    <RendererProvider renderer={renderer} targetDocument={elsewhere}>
      <FluentProvider theme={webLightTheme}>
        <SectionView view={describe(shown)} dispatch={(intent) => intents.push(intent)} catalogue={catalogue} />
      </FluentProvider>
    </RendererProvider>
  );
  const { container, rerender } = render(element(state));
  await act(() => Promise.resolve());
  return { view: describe(state), container, intents, redraw: (next) => rerender(element(next)) };
}

function describe(state: SectionState): View {
  return describeSection(state, texts, { locale: 'en-US', timeZone: 'UTC' });
}

/** What axe finds. jsdom draws nothing, so contrast is a matter for a real browser; a part of a form has no landmarks of its own. */
export async function violations(): Promise<readonly string[]> {
  const found = await axe.run(document.body, {
    resultTypes: ['violations'],
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'label-content-name-mismatch': { enabled: false },
    },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
