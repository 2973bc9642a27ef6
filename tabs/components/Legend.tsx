import { makeStyles, tokens } from '@fluentui/react-components';
import type { Scale } from '../../shared/schema/framework';
import { LevelMark, MarkTile } from './LevelMark';
import { legendOf, notApplicable, notJudged } from './marks';

const useStyles = makeStyles({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

/** What every symbol of the matrix means. `since` names the term that changes are measured from. */
export const Legend = ({ scales, since }: { scales: readonly Scale[]; since: string | undefined }) => {
  const styles = useStyles();
  const marks = legendOf(scales);
  return (
    <ul className={styles.legend} aria-label="Legend">
      {[...marks, notJudged, notApplicable].map((mark) => (
        <li key={`${mark.symbol}${mark.word}`}>
          <LevelMark mark={mark} />
        </li>
      ))}
      {since && marks[0] && (
        <li className={styles.entry}>
          <MarkTile mark={marks[0]} size="small" changed />
          <span>Changed since {since}</span>
        </li>
      )}
    </ul>
  );
};
