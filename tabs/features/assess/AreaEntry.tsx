import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { MarkTile } from '../../components/LevelMark';
import { useSurfaces } from '../../components/surfaces';
import { showCell, type MatrixArea } from '../../../shared/domain/matrixWords';

interface AreaEntryProps {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly area: MatrixArea;
  readonly onOpen: (urn: string, area: string) => void;
}

const useStyles = makeStyles({
  entry: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    borderRadius: tokens.borderRadiusMedium,
  },
  opens: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { minWidth: 0 },
  level: { display: 'block' },
});

/** One area in the list: symbol, name, and the level in words. */
export const AreaEntry = ({ matrix, row, area, onOpen }: AreaEntryProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const cell = showCell(matrix, row, area);
  const content = (
    <>
      <MarkTile mark={cell.mark} size="medium" changed={cell.changed} />
      <span className={styles.words}>
        <span>{area.name}</span>
        <span className={mergeClasses(surfaces.quiet, styles.level)}>{cell.words}</span>
      </span>
    </>
  );
  return (
    <li>
      {row.mayOpenDetail ? (
        <button
          type="button"
          className={mergeClasses(styles.entry, styles.opens)}
          onClick={() => {
            onOpen(row.urn, area.code);
          }}
        >
          {content}
        </button>
      ) : (
        <span className={styles.entry}>{content}</span>
      )}
    </li>
  );
};
