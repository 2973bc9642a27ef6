import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { formatInstant } from '../../../shared/domain/words';
import { LevelMark } from '../../components/LevelMark';
import { markOn } from '../../components/marks';
import { useSurfaces } from '../../components/surfaces';
import type { AreaDraft } from './areaDraft';
import type { AreaOfReview } from './reviewAreas';

interface OtherJudgementProps {
  readonly entry: AreaOfReview;
  readonly mine: AreaDraft;
  readonly myId: string;
  readonly busy: boolean;
  readonly onKeepTheirs: () => void;
  readonly onUseMine: () => void;
}

const useStyles = makeStyles({
  box: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
  },
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Two people judged one area: both judgements side by side, and the choice is this person's. */
export const OtherJudgement = ({ entry, mine, myId, busy, onKeepTheirs, onUseMine }: OtherJudgementProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const theirs = entry.view.judgement;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.focus();
  }, []);
  if (!theirs) return null;
  const who = theirs.by.id === myId ? 'You' : theirs.by.name;
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={mergeClasses(styles.box, surfaces.stack)}
      aria-label="Judged by somebody else meanwhile"
    >
      <p className={surfaces.text}>
        {who} judged this area on {formatInstant(theirs.at)}, after you began. Nothing of yours is lost: choose which
        judgement stands.
      </p>
      <div className={styles.both}>
        <div className={surfaces.tight}>
          <h3 className={surfaces.subtitle}>{who === 'You' ? 'Saved before' : who}</h3>
          <LevelMark mark={markOn(entry.scale, theirs.level)} />
          <p className={surfaces.text}>{theirs.rationale || 'No rationale.'}</p>
          <div>
            <Button onClick={onKeepTheirs} disabledFocusable={busy}>
              Keep this one
            </Button>
          </div>
        </div>
        <div className={surfaces.tight}>
          <h3 className={surfaces.subtitle}>Yours, not saved</h3>
          <LevelMark mark={markOn(entry.scale, mine.level)} />
          <p className={surfaces.text}>{mine.rationale || 'No rationale.'}</p>
          <div>
            <Button appearance="primary" onClick={onUseMine} disabledFocusable={busy}>
              {busy ? 'Saving…' : 'Save mine instead'}
            </Button>
          </div>
        </div>
      </div>
    </section>
  );
};
