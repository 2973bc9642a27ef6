import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../../app/SessionProvider';
import { LevelMark } from '../../components/LevelMark';
import { markOn } from '../../components/marks';
import { useSurfaces } from '../../components/surfaces';
import { savedDraft, unsaved } from './areaDraft';
import type { AreaFormInput } from './useAreaForm';

/** What somebody had typed when the review was sent or signed off: no longer savable, still theirs to copy. */
export const UnsavedText = ({ entry, drafts, onDraft }: Pick<AreaFormInput, 'entry' | 'drafts' | 'onDraft'>) => {
  const surfaces = useSurfaces();
  const { today } = useSession();
  const [draft, setDraft] = useState(() => drafts.read(entry.area.code));
  if (!draft || !unsaved(draft, savedDraft(entry.area, entry.view, today))) return null;
  return (
    <section className={`${surfaces.card} ${surfaces.tight}`} aria-label="Your unsaved text">
      <p className={surfaces.text}>
        This area cannot be changed now. What you had typed was not saved; copy what you need, then discard it.
      </p>
      <LevelMark mark={markOn(entry.scale, draft.level)} />
      <p className={surfaces.text}>{draft.rationale}</p>
      <div>
        <Button
          onClick={() => {
            drafts.remove(entry.area.code);
            setDraft(undefined);
            onDraft();
          }}
        >
          Discard
        </Button>
      </div>
    </section>
  );
};
