import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { formatInstant } from '../../../shared/domain/words';
import type { HistoryLine } from '../../../shared/schema/views';
import { useSurfaces } from '../../components/surfaces';

const useStyles = makeStyles({
  card: {
    border: `2px solid ${tokens.colorStatusWarningBorder2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  versions: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  value: { margin: 0 },
});

/** One fact in both versions, in words. */
export interface Difference {
  readonly label: string;
  readonly stored: string;
  readonly mine: string;
}

interface BothVersionsProps {
  readonly differences: readonly Difference[];
  /** The latest change, by somebody else. */
  readonly changed: HistoryLine | undefined;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Somebody saved another version while this one was typed: both side by side, and a choice. Nothing typed is lost. */
export const BothVersions = ({ differences, changed, onKeepMine, onTakeTheirs }: BothVersionsProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    card.current?.focus();
  }, []);
  const saved = changed
    ? `${changed.by.name} saved another version on ${formatInstant(changed.at)}, while you were typing.`
    : 'Somebody else saved another version while you were typing.';
  return (
    <section
      ref={card}
      tabIndex={-1}
      aria-label="Changed meanwhile"
      className={mergeClasses(surfaces.card, surfaces.stack, styles.card)}
    >
      <div className={surfaces.tight} role="alert">
        <h2 className={surfaces.title}>Changed meanwhile</h2>
        <p className={surfaces.text}>{saved} Nothing of yours was saved.</p>
      </div>
      <dl className={mergeClasses(surfaces.list)}>
        {differences.map(({ label, stored, mine }) => (
          <div key={label}>
            <dt className={surfaces.subtitle}>{label}</dt>
            <dd className={styles.versions}>
              <span>
                <span className={surfaces.quiet}>Stored now: </span>
                {stored}
              </span>
              <span>
                <span className={surfaces.quiet}>Yours: </span>
                {mine}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div className={surfaces.row}>
        <Button onClick={onKeepMine}>Go on with mine</Button>
        <Button onClick={onTakeTheirs}>Take what is stored</Button>
      </div>
    </section>
  );
};
