import { makeStyles, tokens } from '@fluentui/react-components';
import { formatInstant } from '../../shared/domain/words';
import type { HistoryLine } from '../../shared/schema/views';
import { useSurfaces } from './surfaces';

const useStyles = makeStyles({
  line: {
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    paddingInlineStart: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalS,
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** Everything that happened, newest first. */
export const HistoryLines = ({ lines }: { lines: readonly HistoryLine[] }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  return (
    <ol reversed className={surfaces.list}>
      {[...lines].reverse().map((line, index) => (
        <li key={lines.length - index} className={styles.line}>
          <div className={styles.words}>
            <strong>{line.by.name}</strong> {line.text}
          </div>
          <div className={surfaces.quiet}>{formatInstant(line.at)}</div>
        </li>
      ))}
    </ol>
  );
};
