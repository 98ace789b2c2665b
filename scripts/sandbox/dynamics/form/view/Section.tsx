import * as React from 'react';
import type { FormSection } from '../boot.ts';
import { ControlCell } from './ControlCell.tsx';
import { FieldCell } from './Field.tsx';
import { useStyles } from './styles.ts';

/** One section of the form with its cells. */
export function Section({ section }: { readonly section: FormSection }): React.ReactElement {
  const styles = useStyles();
  const id = `section-${section.name}`;
  return (
    <section
      className={styles.section}
      {...(section.showLabel ? { 'aria-labelledby': id } : { 'aria-label': section.label })}
    >
      {section.showLabel && (
        <h2 id={id} className={styles.sectionTitle}>
          {section.label}
        </h2>
      )}
      <div className={styles.fields}>
        {section.cells.map((cell) =>
          cell.control ? <ControlCell key={cell.column} cell={cell} /> : <FieldCell key={cell.column} cell={cell} />,
        )}
      </div>
    </section>
  );
}
