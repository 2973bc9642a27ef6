import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { markOn } from '../../../shared/domain/marks';
import type { AreaOfReview } from '../../../shared/domain/reviewAreas';
import { formatInstant } from '../../../shared/domain/words';
import { useSession } from '../../app/SessionProvider';
import { LevelMark } from '../../components/LevelMark';
import { useSurfaces } from '../../components/surfaces';
import { typedLinks, type AreaValues } from './areaDraft';
import { bothFit, conflictOf, keepTheirs, takeBoth, takeMine } from './areaMerge';
import type { AreaForm } from './useAreaForm';
import { measureWords } from './versionWords';

const useStyles = makeStyles({
  box: {
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

interface VersionProps {
  readonly title: string;
  readonly entry: AreaOfReview;
  readonly values: AreaValues;
  /** The measures that both changed. */
  readonly measures: readonly string[];
  readonly children: ReactNode;
}

/** One of the two versions: level, rationale, evidence, and the measures that differ. */
const Version = ({ title, entry, values, measures, children }: VersionProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const links = typedLinks(values.evidence);
  return (
    <div className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>{title}</h3>
      <LevelMark mark={markOn(entry.scale, values.level)} />
      <p className={mergeClasses(surfaces.text, styles.words)}>{values.rationale || 'No rationale.'}</p>
      {links.length > 0 && (
        <ul className={surfaces.bullets} aria-label="Evidence">
          {links.map(({ title: shows, url }) => (
            <li key={url}>
              {shows} ({url})
            </li>
          ))}
        </ul>
      )}
      {measures.length > 0 && (
        <ul className={surfaces.bullets} aria-label="Measures">
          {measureWords(entry.area, values, measures).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <div>{children}</div>
    </div>
  );
};

/** Told where it is; takes the focus only from a button that is no longer there, never from somebody who types. */
const useHeardHere = () => {
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) section.current?.focus();
  }, []);
  return section;
};

const whoWords = (
  entry: AreaOfReview,
  judged: boolean,
  me: string,
): { readonly title: string; readonly about: string } => {
  const theirs = entry.view.judgement;
  if (!theirs || !judged)
    return { title: 'Saved meanwhile', about: 'The measures of this area were changed after you began.' };
  const mine = theirs.by.id === me;
  return {
    title: mine ? 'Saved before' : theirs.by.name,
    about: `${mine ? 'You' : theirs.by.name} judged this area on ${formatInstant(theirs.at)}, after you began.`,
  };
};

/** Two people changed one area: both versions side by side, and what becomes of them is this person's choice. */
export const OtherJudgement = ({ area, entry }: { area: AreaForm; entry: AreaOfReview }) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { person } = useSession();
  const section = useHeardHere();
  const { draft, saved } = area.state;
  const { judgement = false, measures = [] } = conflictOf(draft, saved) ?? {};
  const who = whoWords(entry, judgement, person.id);
  return (
    <section
      ref={section}
      tabIndex={-1}
      role="alert"
      className={mergeClasses(styles.box, surfaces.stack)}
      aria-label="Judged by somebody else meanwhile"
    >
      <p className={surfaces.text}>
        {who.about} Nothing of yours is lost: choose which version stands, or put both wordings into the form.
      </p>
      <div className={styles.both}>
        <Version title={who.title} entry={entry} values={saved} measures={measures}>
          <Button
            onClick={() => {
              area.resolve(keepTheirs(draft, saved), true);
            }}
          >
            Keep this one
          </Button>
        </Version>
        <Version title="Yours, not saved" entry={entry} values={draft.typed} measures={measures}>
          <Button
            appearance="primary"
            onClick={() => {
              area.resolve(takeMine(draft, saved), true);
            }}
          >
            Save mine instead
          </Button>
        </Version>
      </div>
      {bothFit(draft, saved) ? (
        <div>
          <Button
            onClick={() => {
              area.resolve(takeBoth(draft, saved), false);
            }}
          >
            Put both into the form
          </Button>
        </div>
      ) : (
        <p className={surfaces.quiet}>Both wordings together are too long for one form.</p>
      )}
    </section>
  );
};
