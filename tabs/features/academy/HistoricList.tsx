import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { formatInstant } from '../../../shared/domain/words';
import type { CommandId } from '../../../shared/schema/ids';
import type { Who } from '../../../shared/schema/views';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { useSurfaces } from '../../components/surfaces';
import { whoWords } from '../../../shared/domain/whoWords';

/** What was recorded, in words: how it is told, and what more there is to it. */
export interface HistoricEntry {
  readonly id: CommandId;
  readonly words: string;
  readonly details: readonly string[];
  readonly by: Who;
  readonly at: string;
  readonly removed?: { readonly by: Who; readonly at: string } | undefined;
}

interface HistoricListProps {
  readonly label: string;
  /** What is said where there is nothing. */
  readonly none: string;
  readonly entries: readonly HistoricEntry[];
  /** Absent for people who only read. */
  readonly onRemove: ((entry: HistoricEntry) => void) | undefined;
}

const useStyles = makeStyles({
  entry: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  removed: { color: tokens.colorNeutralForeground3 },
});

const Entry = ({ entry, onRemove }: { entry: HistoricEntry; onRemove: HistoricListProps['onRemove'] }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { words, details, by, at, removed } = entry;
  return (
    <li className={styles.entry}>
      <div className={surfaces.apart}>
        {removed ? <del className={styles.removed}>{words}</del> : <span>{words}</span>}
        {onRemove && !removed && (
          <Button
            size="small"
            onClick={() => {
              onRemove(entry);
            }}
          >
            Remove<VisuallyHidden>: {words}</VisuallyHidden>
          </Button>
        )}
      </div>
      {!removed && details.length > 0 && <div className={surfaces.quiet}>{details.join(' · ')}</div>}
      <div className={surfaces.quiet}>
        Recorded by {whoWords(by)}, {formatInstant(at)}.
        {removed && ` Removed by ${whoWords(removed.by)}, ${formatInstant(removed.at)}.`}
      </div>
    </li>
  );
};

/** Entries latest first, each with who recorded it. */
export const HistoricList = ({ label, none, entries, onRemove }: HistoricListProps) => {
  const surfaces = useSurfaces();
  if (entries.length === 0) return <p className={surfaces.quiet}>{none}</p>;
  return (
    <ul className={surfaces.list} aria-label={label}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} onRemove={onRemove} />
      ))}
    </ul>
  );
};
