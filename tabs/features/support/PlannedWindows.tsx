import { Badge, mergeClasses } from '@fluentui/react-components';
import { daysOf } from '../../../shared/domain/spanWords';
import { count } from '../../../shared/domain/words';
import type { PlannedWindow } from '../../../shared/schema/supportViews';
import { useSurfaces } from '../../components/surfaces';
import { currentWindow, standingWord } from './windowWords';

/** So many windows are read at a glance; of more, the next one stands in front. */
const atAGlance = 4;

const Window = ({ window }: { window: PlannedWindow }) => {
  const surfaces = useSurfaces();
  const word = standingWord(window);
  const marked = window.standing === 'now' || window.standing === 'next';
  return (
    <span className={surfaces.row}>
      <span>{window.label}</span>
      <span className={surfaces.quiet}>{daysOf(window)}</span>
      {marked && (
        <Badge appearance="outline" color="brand">
          {word}
        </Badge>
      )}
      {!marked && word && <span className={surfaces.quiet}>{word}</span>}
    </span>
  );
};

const Windows = ({ planned }: { planned: readonly PlannedWindow[] }) => {
  const surfaces = useSurfaces();
  return (
    <ol className={mergeClasses(surfaces.list, surfaces.tight)}>
      {planned.map((window) => (
        <li key={window.from}>
          <Window window={window} />
        </li>
      ))}
    </ol>
  );
};

/** When support falls due: every window, or the one to look at now with the rest behind a button. */
export const PlannedWindows = ({ planned }: { planned: readonly PlannedWindow[] }) => {
  if (planned.length <= atAGlance) return <Windows planned={planned} />;
  const current = currentWindow(planned);
  return (
    <>
      {current && <Window window={current} />}
      <details>
        <summary>All {count(planned.length, 'date')} in this part of the year</summary>
        <Windows planned={planned} />
      </details>
    </>
  );
};
