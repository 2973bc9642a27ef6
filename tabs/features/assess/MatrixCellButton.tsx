import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { MarkTile } from '../../components/LevelMark';
import type { ShownCell } from './cells';

const useStyles = makeStyles({
  cell: {
    display: 'inline-flex',
    padding: '1px',
    border: 'none',
    backgroundColor: 'transparent',
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  onStage: { padding: 0 },
  opens: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground3 } },
  open: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '1px' },
});

interface MatrixCellProps {
  readonly cell: ShownCell;
  /** 'Rowan Academy, Attendance: Intervention required, was Actions in place in summer'. */
  readonly name: string;
  readonly place: string;
  readonly quiet: boolean;
  readonly inTabOrder: boolean;
  readonly isOpen: boolean;
  readonly onStage: boolean;
  readonly onOpen: (() => void) | undefined;
}

/** One judgement of the grid: tone and symbol to see, words to hear; a button where there is more to read. */
export const MatrixCellButton = ({
  cell,
  name,
  place,
  quiet,
  inTabOrder,
  isOpen,
  onStage,
  onOpen,
}: MatrixCellProps) => {
  const styles = useStyles();
  const tile = <MarkTile mark={cell.mark} size={onStage ? 'tiny' : 'medium'} changed={cell.changed} quiet={quiet} />;
  const shared = { 'aria-label': name, 'data-place': place, tabIndex: inTabOrder ? 0 : -1 };
  if (!onOpen)
    return (
      <span {...shared} role="img" className={mergeClasses(styles.cell, onStage && styles.onStage)}>
        {tile}
      </span>
    );
  return (
    <button
      {...shared}
      type="button"
      aria-pressed={isOpen}
      className={mergeClasses(styles.cell, styles.opens, isOpen && styles.open)}
      onClick={onOpen}
    >
      {tile}
    </button>
  );
};
