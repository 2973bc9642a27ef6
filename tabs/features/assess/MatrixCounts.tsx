import { makeStyles, tokens } from '@fluentui/react-components';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { MarkTile } from '../../components/LevelMark';
import { legendOf, markOfLevel, notJudged, sameMark, type Mark } from '../../components/marks';

const useStyles = makeStyles({
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: 0,
    '@media (max-width: 640px)': { flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  },
  count: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 640px)': { padding: 0, border: 'none', backgroundColor: 'transparent' },
  },
  number: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase400,
    fontVariantNumeric: 'tabular-nums',
  },
});

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
  const styles = useStyles();
  const { counts } = matrix;
  return (
    <ul className={styles.counts} aria-label="In numbers">
      <li className={styles.count}>
        <span className={styles.number}>{counts.academies}</span>
        <span>{counts.academies === 1 ? 'academy' : 'academies'}</span>
      </li>
      {[...countsOf(matrix), { mark: notJudged, count: counts.notJudged }].map(({ mark, count }) => (
        <li key={mark.word} className={styles.count}>
          <MarkTile mark={mark} size="small" />
          <span className={styles.number}>{count}</span>
          <span>{mark.word}</span>
        </li>
      ))}
    </ul>
  );
};
