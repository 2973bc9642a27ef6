import { makeStyles, tokens } from '@fluentui/react-components';
import { periodLabel } from '../../../shared/domain/words';
import type { CellDetail } from '../../../shared/schema/matrixViews';
import { MarkTile } from '../../components/LevelMark';
import { markOfLevel, markOn } from '../../../shared/domain/marks';

const useStyles = makeStyles({
  /* Four in a row or two and two, by the width of the panel: never three and a lonely one. */
  around: { containerType: 'inline-size' },
  periods: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    '@container (max-width: 310px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  period: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
  },
  season: { color: tokens.colorNeutralForeground3 },
});

/** The last four periods, oldest first, each with symbol and word. */
export const LastPeriods = ({ detail }: { detail: CellDetail }) => {
  const styles = useStyles();
  return (
    <div className={styles.around}>
      <ol className={styles.periods} aria-label="The last four, oldest first">
        {detail.history.slice(-4).map(({ year, period, level, as }) => {
          const mark = as ? markOfLevel(as) : markOn(detail.scale, level);
          return (
            <li key={periodLabel({ year, period })} className={styles.period}>
              <MarkTile mark={mark} />
              <span>{mark.word}</span>
              <span className={styles.season}>{periodLabel({ year, period })}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
};
