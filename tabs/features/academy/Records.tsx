import { mergeClasses } from '@fluentui/react-components';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { capital, dayOf, formatDay, periodLabel, plural } from '../../../shared/domain/words';
import type { AcademyView } from '../../../shared/schema/academyViews';
import { reviewPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import css from './AcademyPage.module.css';
import { Some } from './Some';

type Record = AcademyView['records'][number];

const standingOf = ({ state, settling, signedOffAt }: Record): string =>
  `${reviewStateWords(state, settling)}${signedOffAt ? `, ${formatDay(dayOf(signedOffAt))}` : ''}`;

/** The academy's reviews by period, each with where it stands. */
export const Records = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  const { records, record, urn } = academy;
  if (records.length === 0) return null;
  const title = capital(plural(record));
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>{title}</h2>
      <Some all={records} step={8} more={`earlier ${plural(record)}`}>
        {(shown) => (
          <ul className={surfaces.list} aria-label={title}>
            {shown.map((each) => (
              <li key={periodLabel(each)} className={css.entry}>
                <PlaceLink to={reviewPath(each, urn)}>{periodLabel(each)}</PlaceLink>
                <div className={css.day}>{standingOf(each)}</div>
              </li>
            ))}
          </ul>
        )}
      </Some>
    </section>
  );
};
