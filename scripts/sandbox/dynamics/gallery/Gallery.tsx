import * as React from 'react';
import { FluentProvider, IdPrefixProvider, makeStyles, shorthands, tokens } from '@fluentui/react-components';
import { createElement } from '../../../../dynamics/MicrosoftSection/components/create-element.ts';
import { SectionView } from '../../../../dynamics/MicrosoftSection/components/SectionView.tsx';
import type { SolutionCatalogue } from '../../../../dynamics/MicrosoftSection/components/part-props.ts';
import { describeSection } from '../../../../shared/section/describe/describe-section.ts';
import { galleryStates } from '../../../../shared/section/testkit/gallery.ts';
import { THEMES } from '../form/control/theme.ts';
import type { GalleryBoot } from './boot.ts';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    ...shorthands.padding('16px'),
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { fontSize: tokens.fontSizeBase500, ...shorthands.margin('0', '0', '16px') },
  states: { display: 'flex', flexWrap: 'wrap', columnGap: '16px', rowGap: '16px', alignItems: 'flex-start' },
  state: { boxSizing: 'border-box', maxWidth: '100%' },
  name: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    ...shorthands.margin('0', '0', '4px'),
  },
  card: {
    boxSizing: 'border-box',
    ...shorthands.padding('16px'),
    ...shorthands.borderRadius(tokens.borderRadiusMedium),
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
  },
});

/** Every state of the section, drawn by the very components that the control has, with the platform's libraries. */
export function Gallery({ boot }: { readonly boot: GalleryBoot }): React.ReactElement {
  const { theme, isRtl } = boot.settings;
  return (
    <IdPrefixProvider value="gallery-">
      <FluentProvider theme={THEMES[theme]} dir={isRtl ? 'rtl' : 'ltr'}>
        <States boot={boot} />
      </FluentProvider>
    </IdPrefixProvider>
  );
}

function States({ boot }: { readonly boot: GalleryBoot }): React.ReactElement {
  const styles = useStyles();
  const { texts, settings, state: wanted } = boot;
  const formats = { locale: settings.locale, timeZone: 'UTC' };
  const catalogue = React.useMemo(() => catalogueOf(boot), [boot]);
  const states = galleryStates('dynamics', wanted, boot.dialog);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Microsoft section</h1>
      {states.length === 0 && <p role="alert">There is no state of this name.</p>}
      <div className={styles.states}>
        {states.map(([name, state]) => (
          <div key={name} className={styles.state} data-state={name} style={{ width: `${boot.width ?? 480}px` }}>
            <h2 className={styles.name}>{name}</h2>
            <div className={styles.card}>
              <SectionView view={describeSection(state, texts, formats)} dispatch={nothing} catalogue={catalogue} />
            </div>
          </div>
        ))}
      </div>
    </main>
  );
}

/** In the gallery nothing is asked of an environment and nothing is done. */
function catalogueOf({ solutions }: GalleryBoot): SolutionCatalogue {
  const fits = (text: string) => (words: string) => words.toLowerCase().includes(text.toLowerCase());
  return {
    searchSolutions: (text) => Promise.resolve(solutions.filter(({ id, name }) => [id, name].some(fits(text)))),
    solutionsById: (ids) => Promise.resolve(solutions.filter(({ id }) => ids.includes(id))),
  };
}

function nothing(): void {
  // A gallery only shows.
}
