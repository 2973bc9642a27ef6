import { mergeClasses } from '@fluentui/react-components';
import { formatDay, formatInstant } from '../../../shared/domain/words';
import { whoWords } from '../../../shared/domain/whoWords';
import type { AcademyDecision, AcademyView } from '../../../shared/schema/academyViews';
import { pathFromSubPage } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import css from './AcademyPage.module.css';
import { Some } from './Some';

const Decision = ({ decision }: { decision: AcademyDecision }) => {
  const { words, at, on, by, subPageId } = decision;
  const path = pathFromSubPage(subPageId);
  return (
    <li className={css.entry}>
      <div className={css.words}>{path ? <PlaceLink to={path}>{words}</PlaceLink> : words}</div>
      <div className={css.day}>
        {at ? formatInstant(at) : formatDay(on)}
        {by && ` · ${whoWords(by)}`}
      </div>
    </li>
  );
};

/** What was decided and told of the academy, by whom and when, latest first. */
export const Decisions = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>Timeline of decisions</h2>
      {academy.decisions.length === 0 && <p className={surfaces.quiet}>Nothing has been decided yet.</p>}
      <Some all={academy.decisions} step={8} more="earlier">
        {(shown) => (
          <ol className={surfaces.list} aria-label="Timeline of decisions, latest first">
            {shown.map((decision) => (
              <Decision key={`${decision.at ?? decision.on}${decision.words}`} decision={decision} />
            ))}
          </ol>
        )}
      </Some>
    </section>
  );
};
