import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import * as React from 'react';
import { describeSection } from '../../../shared/section/describe/describe-section.ts';
import type { Intent, SectionState } from '../../../shared/section/contract/index.ts';
import { sectionStates, troubleStates } from '../../../shared/section/testkit/index.ts';
import texts from '../../../shared/section/texts/en.json';
import type { SolutionCatalogue } from './part-props.ts';
import { SectionView } from './SectionView.tsx';

const FORMATS = { locale: 'en-US', timeZone: 'UTC' };
const NO_CATALOGUE: SolutionCatalogue = { search: () => Promise.resolve([]), byId: () => Promise.resolve([]) };

function draw(state: SectionState, catalogue = NO_CATALOGUE): { container: HTMLElement; intents: Intent[] } {
  const intents: Intent[] = [];
  const view = describeSection(state, texts, FORMATS);
  const { container } = render(
    <FluentProvider theme={webLightTheme}>
      <SectionView view={view} dispatch={(intent) => intents.push(intent)} catalogue={catalogue} />
    </FluentProvider>,
  );
  return { container, intents };
}

/** jsdom draws nothing, so contrast is a matter for a real browser; parts of a form have no landmarks of their own. */
async function violationsIn(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    rules: {
      'color-contrast': { enabled: false },
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
    },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const STATES = Object.entries({ ...sectionStates('dynamics'), ...troubleStates('dynamics') });

describe('SectionView', () => {
  it.each(STATES)('draws %s with title and status, and without accessibility violations', async (_, state) => {
    const view = describeSection(state, texts, FORMATS);
    draw(state);
    expect(screen.getByRole('region', { name: view.title })).toBeTruthy();
    expect(screen.getAllByText(view.status.label).length).toBeGreaterThan(0);
    expect(await violationsIn()).toEqual([]);
  });
});
