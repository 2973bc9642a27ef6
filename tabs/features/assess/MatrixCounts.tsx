import type { Matrix } from '../../../shared/schema/matrixViews';
import { MarkTile } from '../../components/LevelMark';
import { legendOf, markOfLevel, notJudged, sameMark, type Mark } from '../../../shared/domain/marks';
import css from './MatrixCounts.module.css';

interface Count {
  readonly mark: Mark;
  readonly count: number;
}

/** Every level of the framework once, best first, with how many judgements are on it. */
const countsOf = ({ scales, counts }: Pick<Matrix, 'scales' | 'counts'>): Count[] => {
  const marks = scales.flatMap((scale) =>
    [...scale.levels]
      .sort((a, b) => b.order - a.order)
      .map((level) => {
        const on = counts.levels.find((entry) => entry.scale === scale.code && entry.level === level.code);
        return { mark: markOfLevel(level), count: on?.count ?? 0 };
      }),
  );
  return legendOf(scales).map((mark) => ({
    mark,
    count: marks.filter((entry) => sameMark(entry.mark, mark)).reduce((sum, { count }) => sum + count, 0),
  }));
};

/** The matrix in numbers: the server's, for the whole matrix whatever is filtered. */
export const MatrixCounts = ({ matrix }: { matrix: Matrix }) => {
  const { counts } = matrix;
  return (
    <ul className={css.counts} aria-label="In numbers">
      <li className={css.count}>
        <span className={css.number}>{counts.academies}</span>
        <span>{counts.academies === 1 ? 'academy' : 'academies'}</span>
      </li>
      {[...countsOf(matrix), { mark: notJudged, count: counts.notJudged }].map(({ mark, count }) => (
        <li key={mark.word} className={css.count}>
          <MarkTile mark={mark} size="small" />
          <span className={css.number}>{count}</span>
          <span>{mark.word}</span>
        </li>
      ))}
    </ul>
  );
};
