import type { ShownCell } from '../../../shared/domain/matrixWords';
import { MarkTile } from '../../components/LevelMark';
import { classNames } from '../../components/classNames';
import css from './MatrixGrid.module.css';

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
  const tile = <MarkTile mark={cell.mark} size={onStage ? 'tiny' : 'medium'} changed={cell.changed} quiet={quiet} />;
  const shared = { 'aria-label': name, 'data-place': place, tabIndex: inTabOrder ? 0 : -1 };
  if (!onOpen)
    return (
      <span {...shared} role="img" className={css.judgement}>
        {tile}
      </span>
    );
  return (
    <button
      {...shared}
      type="button"
      aria-pressed={isOpen}
      className={classNames(css.judgement, css.opens, isOpen && css.open)}
      onClick={onOpen}
    >
      {tile}
    </button>
  );
};
