import { Button, makeStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { markOn } from '../../../shared/domain/marks';
import { LevelMark } from '../../components/LevelMark';
import { useSurfaces } from '../../components/surfaces';
import { typedLinks } from './areaDraft';
import { isUnsaved, measuresTouched, untouched } from './areaMerge';
import type { AreaFormInput } from './useAreaForm';
import { measureWords } from './versionWords';

const useStyles = makeStyles({ words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } });

/** What somebody had typed when the review was sent or signed off: no longer savable, still theirs to copy. */
export const UnsavedText = ({ entry, saving }: Pick<AreaFormInput, 'entry' | 'saving'>) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const saver = saving.area(entry.area.code);
  const { draft, saved } = useSyncExternalStore(saver.subscribe, saver.state);
  if (!isUnsaved(draft)) return null;
  const { typed } = draft;
  const lines = [
    ...typedLinks(typed.evidence).map(({ title, url }) => `${title} ${url}`),
    ...measureWords(entry.area, typed, measuresTouched(draft)),
  ];
  return (
    <section className={`${surfaces.card} ${surfaces.tight}`} aria-label="Your unsaved text">
      <p className={surfaces.text}>
        This area cannot be changed now. What you had typed was not saved; copy what you need, then discard it.
      </p>
      <LevelMark mark={markOn(entry.scale, typed.level)} />
      <p className={`${surfaces.text} ${styles.words}`}>{typed.rationale}</p>
      {lines.length > 0 && (
        <ul className={surfaces.bullets}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div>
        <Button
          onClick={() => {
            saver.resolve(untouched(saved), false);
          }}
        >
          Discard
        </Button>
      </div>
    </section>
  );
};
