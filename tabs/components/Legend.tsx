import type { Scale } from '../../shared/schema/framework';
import css from './Legend.module.css';
import { LevelMark, MarkTile } from './LevelMark';
import { legendOf, notApplicable, notJudged } from '../../shared/domain/marks';

interface LegendProps {
  readonly scales: readonly Scale[];
  /** The term that changes are measured from. */
  readonly since: string | undefined;
  /** The levels stand with their symbols in the counts above. */
  readonly counted?: boolean;
}

/** What every symbol of the matrix means. */
export const Legend = ({ scales, since, counted = false }: LegendProps) => {
  const marks = legendOf(scales);
  const shown = counted ? [notApplicable] : [...marks, notJudged, notApplicable];
  return (
    <ul className={css.legend} aria-label="Legend">
      {shown.map((mark) => (
        <li key={`${mark.symbol}${mark.word}`}>
          <LevelMark mark={mark} />
        </li>
      ))}
      {since && marks[0] && (
        <li className={css.entry}>
          <MarkTile mark={marks[0]} size="small" changed />
          <span>Changed since {since}</span>
        </li>
      )}
    </ul>
  );
};
