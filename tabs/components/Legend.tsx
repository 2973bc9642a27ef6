import type { Scale } from '../../shared/schema/framework';
import css from './Legend.module.css';
import { LevelMark, MarkTile } from './LevelMark';
import { legendOf, notApplicable, notJudged } from '../../shared/domain/marks';

/** What every symbol of the matrix means. `since` names the term that changes are measured from. */
export const Legend = ({ scales, since }: { scales: readonly Scale[]; since: string | undefined }) => {
  const marks = legendOf(scales);
  return (
    <ul className={css.legend} aria-label="Legend">
      {[...marks, notJudged, notApplicable].map((mark) => (
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
