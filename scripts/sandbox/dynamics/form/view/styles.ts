import { makeStyles, shorthands, tokens } from '@fluentui/react-components';

const card = {
  backgroundColor: tokens.colorNeutralBackground1,
  boxShadow: tokens.shadow4,
  ...shorthands.borderRadius(tokens.borderRadiusMedium),
} as const;

/** The measures of a model-driven app with the modern look. */
export const useStyles = makeStyles({
  app: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '12px',
    ...shorthands.padding('0', '12px'),
    minHeight: '48px',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  barTitle: { fontWeight: tokens.fontWeightSemibold, color: 'inherit', textDecorationLine: 'none' },
  barEnd: { marginInlineStart: 'auto', display: 'flex', alignItems: 'center', columnGap: '8px' },
  page: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1400px',
    ...shorthands.margin('0', 'auto'),
    ...shorthands.padding('8px'),
  },
  commands: { ...card, ...shorthands.padding('4px'), flexWrap: 'wrap' },
  header: { ...card, ...shorthands.padding('12px', '16px', '0') },
  headline: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '24px', rowGap: '8px' },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', ...shorthands.margin('0') },
  titleText: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, ...shorthands.margin('0') },
  saveState: { color: tokens.colorNeutralForeground3 },
  formName: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  headerFields: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '24px',
    rowGap: '4px',
    marginInlineStart: 'auto',
    ...shorthands.margin('0'),
  },
  headerField: { ...shorthands.borderLeft('1px', 'solid', tokens.colorNeutralStroke2), paddingLeft: '12px' },
  headerLabel: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  headerValue: { fontWeight: tokens.fontWeightSemibold, ...shorthands.margin('0') },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 900px)': { gridTemplateColumns: 'var(--columns)' },
    columnGap: '8px',
    rowGap: '8px',
    alignItems: 'start',
  },
  section: { ...card, ...shorthands.padding('16px'), minWidth: 0 },
  sectionTitle: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    ...shorthands.margin('0', '0', '12px'),
  },
  fields: { display: 'flex', flexDirection: 'column', rowGap: '10px' },
  columnOf: { display: 'flex', flexDirection: 'column', rowGap: '8px', minWidth: 0 },
  notice: { ...shorthands.margin('0') },
});
