import { makeStyles, tokens } from '@fluentui/react-components';
import { termLabel } from '../../../shared/domain/words';
import type { Term } from '../../../shared/schema/ids';
import type { CellDetail } from '../../../shared/schema/matrixViews';
import { MarkTile } from '../../components/LevelMark';
import { markOn } from '../../components/marks';

const useStyles = makeStyles({
  terms: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(72px, 1fr))',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  term: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
  },
  season: { color: tokens.colorNeutralForeground3 },
});

const season = (term: Term): string => term.charAt(0).toUpperCase() + term.slice(1);

/** The last four terms, oldest first, each with symbol and word. */
export const FourTerms = ({ detail }: { detail: CellDetail }) => {
  const styles = useStyles();
  return (
    <ol className={styles.terms} aria-label="Last four terms, oldest first">
      {detail.history.map(({ year, term, level }) => {
        const mark = markOn(detail.scale, level);
        return (
          <li key={termLabel({ year, term })} className={styles.term}>
            <MarkTile mark={mark} />
            <span>{mark.word}</span>
            <span className={styles.season}>
              {season(term)} {year}
            </span>
          </li>
        );
      })}
    </ol>
  );
};
