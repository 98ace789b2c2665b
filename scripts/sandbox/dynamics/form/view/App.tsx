import * as React from 'react';
import { FluentProvider, MessageBar, MessageBarBody, Spinner, Tab, TabList } from '@fluentui/react-components';
import type { FormBoot, FormTab } from '../boot.ts';
import { THEMES } from '../control/theme.ts';
import { cellText } from '../data/values.ts';
import { createRecordSession } from '../record/session.ts';
import { AppBar } from './AppBar.tsx';
import { recordAddress } from './address.ts';
import { useAutosave } from './autosave.ts';
import { CommandBar } from './CommandBar.tsx';
import { Dialogs } from './Dialogs.tsx';
import { FormContext, createDialogs, useForm } from './form-context.ts';
import { Header } from './Header.tsx';
import { Section } from './Section.tsx';
import { useStyles } from './styles.ts';

/** A model-driven app showing one record. */
export function App({ boot }: { readonly boot: FormBoot }): React.ReactElement {
  const [context] = React.useState(() => ({ boot, session: createRecordSession(boot), dialogs: createDialogs() }));
  const { settings } = boot;
  React.useEffect(() => void context.session.load(), [context]);
  return (
    <FluentProvider
      theme={THEMES[settings.theme]}
      dir={settings.isRtl ? 'rtl' : 'ltr'}
      style={{ colorScheme: settings.theme === 'light' ? 'light' : 'dark' }}
    >
      <FormContext.Provider value={context}>
        <Form />
        <Dialogs />
      </FormContext.Provider>
    </FluentProvider>
  );
}

function Form(): React.ReactElement {
  const styles = useStyles();
  const { boot, session, state } = useForm();
  const [tab, setTab] = React.useState(boot.layout.tabs[0]?.name);
  useAutosave(session, boot.settings.autosave);
  useKeysAndLeaving();
  const readOnly = session.readOnlyBecause();
  return (
    <div className={styles.app}>
      <AppBar boot={boot} />
      {state.row === null ? (
        state.fault === null && <Spinner label="Loading…" style={{ margin: '64px' }} />
      ) : (
        <main className={styles.page}>
          <CommandBar />
          {readOnly !== null && (
            <MessageBar intent="info" className={styles.notice}>
              <MessageBarBody>{readOnly}</MessageBarBody>
            </MessageBar>
          )}
          {state.missing.length > 0 && (
            <MessageBar intent="error" className={styles.notice}>
              <MessageBarBody>
                {`${state.missing.map((name) => boot.table.columns[name]?.label ?? name).join(', ')}: Required fields must be filled in.`}
              </MessageBarBody>
            </MessageBar>
          )}
          <Header>
            <TabList selectedValue={tab} onTabSelect={(_, data) => setTab(String(data.value))} aria-label="Form">
              {boot.layout.tabs.map(({ name, label }) => (
                <Tab key={name} value={name} id={`tab-${name}`} aria-controls={`panel-${name}`}>
                  {label}
                </Tab>
              ))}
            </TabList>
          </Header>
          {boot.layout.tabs.map(({ name, columns }) => (
            // Hidden tabs stay mounted: the platform does not end a control because another tab is shown.
            <div
              key={name}
              role="tabpanel"
              id={`panel-${name}`}
              aria-labelledby={`tab-${name}`}
              hidden={name !== tab}
              className={name === tab ? styles.columns : undefined}
              style={widthsOf(columns)}
            >
              {columns.map(({ sections }, index) => (
                <div key={index} className={styles.columnOf}>
                  {sections.map((section) => (
                    <Section key={section.name} section={section} />
                  ))}
                </div>
              ))}
            </div>
          ))}
        </main>
      )}
    </div>
  );
}

/** The widths of the form's columns, for windows that have room for them. */
function widthsOf(columns: FormTab['columns']): React.CSSProperties {
  return { '--columns': columns.map(({ width }) => `minmax(0, ${width}fr)`).join(' ') } as React.CSSProperties;
}

/** Ctrl+S saves, leaving with unsaved changes asks, and the address names a record from its first save on. */
function useKeysAndLeaving(): void {
  const { boot, session, state } = useForm();
  React.useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 's') return;
      event.preventDefault();
      // Fields hand over what is being typed when they are left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      void session.save();
    };
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (session.isDirty()) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('beforeunload', onLeave);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('beforeunload', onLeave);
    };
  }, [session]);
  React.useEffect(() => {
    if (state.id !== null) window.history.replaceState(null, '', recordAddress(boot.table.name, state.id));
  }, [boot, state.id]);
  const name = session.value(boot.table.primaryName);
  React.useEffect(() => {
    document.title = `${state.id === null ? `New ${boot.table.label}` : cellText(name)} - Dynamics 365 Sales`;
  }, [boot, name, state.id]);
}
