import { makeStyles, tokens } from '@fluentui/react-components';

/** `squeezed` beside an open detail, without the categories; `stage` small enough to be seen whole. */
export type GridLook = 'full' | 'squeezed' | 'stage';

/** Sticky header rows and first column inside one scrolling region. */
export const useGridStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    width: 'fit-content',
    maxWidth: '100%',
    boxSizing: 'border-box',
    // Focus moved by keys must not end up under the sticky header or first column.
    scrollPaddingTop: '200px',
    scrollPaddingLeft: '200px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  onStage: { fontSize: tokens.fontSizeBase200 },
  onStageAreaName: { fontSize: tokens.fontSizeBase100, lineHeight: '11px', maxWidth: '24px', maxHeight: '130px' },
  table: { borderCollapse: 'separate', borderSpacing: 0 },
  head: { position: 'sticky', top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
  cell: {
    paddingInline: '1px',
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'middle',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { verticalAlign: 'bottom', fontWeight: tokens.fontWeightSemibold, paddingBottom: tokens.spacingVerticalS },
  academy: {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    minWidth: '140px',
    maxWidth: '180px',
    paddingInlineStart: tokens.spacingHorizontalM,
    paddingInlineEnd: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightSemibold,
  },
  onStageAcademy: { minWidth: '112px', maxWidth: '120px', paddingInlineEnd: tokens.spacingHorizontalXS },
  onStageCategory: { minWidth: '104px', maxWidth: '112px', paddingInlineEnd: 0 },
  category: { minWidth: '130px', maxWidth: '170px', paddingInlineEnd: tokens.spacingHorizontalS },
  historic: {
    minWidth: '96px',
    maxWidth: '220px',
    paddingInlineEnd: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  historicLine: { ':not(:first-child)': { marginTop: tokens.spacingVerticalXS } },
  onStageHistoric: {
    minWidth: '72px',
    maxWidth: '150px',
    paddingInlineEnd: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase100,
    lineHeight: '12px',
  },
  mark: { textAlign: 'center' },
  groupStart: { paddingInlineStart: '10px' },
  group: {
    paddingBlock: tokens.spacingVerticalXS,
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    verticalAlign: 'bottom',
  },
  area: { verticalAlign: 'bottom', textAlign: 'center', fontWeight: tokens.fontWeightRegular },
  areaName: {
    display: 'inline-block',
    writingMode: 'vertical-rl',
    transform: 'rotate(180deg)',
    maxHeight: '150px',
    maxWidth: '30px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '14px',
    textAlign: 'start',
    overflowWrap: 'normal',
  },
});
