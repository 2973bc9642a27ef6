import { mergeClasses } from '@fluentui/react-components';
import { formatInstant, listWords } from '../../../shared/domain/words';
import { whoWords } from '../../../shared/domain/whoWords';
import type { AcademyView, UnderWay } from '../../../shared/schema/academyViews';
import { pathFromSubPage } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import css from './AcademyPage.module.css';

const Item = ({ item }: { item: UnderWay }) => {
  const path = pathFromSubPage(item.subPageId);
  return (
    <li className={css.entry}>
      <div className={css.words}>{path ? <PlaceLink to={path}>{item.subject}</PlaceLink> : item.subject}</div>
      <div>{item.step}</div>
      <div className={css.day}>
        {item.with.length === 0 ? 'Nobody is set up for this step' : `With ${listWords(item.with.map(whoWords))}`}
        {item.since && `, since ${formatInstant(item.since)}`}
      </div>
    </li>
  );
};

/** What waits for somebody: with whom, and since when. */
export const UnderWayCard = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>Under way</h2>
      {academy.underWay.length === 0 ? (
        <p className={surfaces.quiet}>Nothing that you can see is under way.</p>
      ) : (
        <ul className={surfaces.list} aria-label="Under way">
          {academy.underWay.map((item) => (
            <Item key={item.subPageId} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
};
