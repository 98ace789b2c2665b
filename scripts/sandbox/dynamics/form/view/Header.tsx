import * as React from 'react';
import { Avatar } from '@fluentui/react-components';
import { formatCell } from '../data/format.ts';
import { cellText } from '../data/values.ts';
import { useForm } from './form-context.ts';
import { useStyles } from './styles.ts';

/** Name of the record, whether it is saved, and the columns that the form shows at its head. */
export function Header({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  const styles = useStyles();
  const { boot, session, state } = useForm();
  const title = state.id === null ? `New ${boot.table.label}` : cellText(session.value(boot.table.primaryName));
  const shown = state.id === null ? [] : boot.layout.header;
  return (
    <header className={styles.header}>
      <div className={styles.headline}>
        <Avatar name={title} shape="square" color="colorful" size={40} aria-hidden="true" />
        <div>
          <div className={styles.title}>
            <h1 className={styles.titleText}>{title}</h1>
            <span className={styles.saveState} role="status" data-save-state="">
              {saveState(state.saving, session.isDirty() || state.id === null)}
            </span>
          </div>
          <span className={styles.formName}>
            {boot.table.label} · {boot.layout.name}
          </span>
        </div>
        <dl className={styles.headerFields}>
          {shown.map((name) => {
            const column = boot.table.columns[name];
            const text = column ? formatCell(boot, column, session.value(name), session) : '';
            return (
              <div key={name} className={styles.headerField}>
                <dd className={styles.headerValue}>{text || '---'}</dd>
                <dt className={styles.headerLabel}>{column?.label}</dt>
              </div>
            );
          })}
        </dl>
      </div>
      {children}
    </header>
  );
}

function saveState(saving: boolean, dirty: boolean): string {
  if (saving) return '- Saving…';
  return dirty ? '- Unsaved' : '- Saved';
}
