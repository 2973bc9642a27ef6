import { mergeClasses } from '@fluentui/react-components';
import { daysOf } from '../../../shared/domain/spanWords';
import { capital, count, formatDay } from '../../../shared/domain/words';
import type { AcademyCategory, AcademyView } from '../../../shared/schema/academyViews';
import type { Urn, Year } from '../../../shared/schema/ids';
import type { SupportView } from '../../../shared/schema/supportViews';
import { useSupport } from '../../api/readSupport';
import { supportPath } from '../../app/subPage';
import { CategoryMark } from '../../components/CategoryMark';
import { Loaded } from '../../components/Loaded';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import css from './AcademyPage.module.css';
import { comingSupport, itemsNow } from './comingSupport';

/** So many dates are read at a glance; the rest is on the page of the support. */
const atAGlance = 5;

const Dates = ({ support }: { support: SupportView }) => {
  const surfaces = useSurfaces();
  const coming = comingSupport(support);
  if (coming.length === 0)
    return <p className={surfaces.quiet}>No date of support is still to come in {support.year}.</p>;
  return (
    <ul className={surfaces.list} aria-label="The next dates of support">
      {coming.slice(0, atAGlance).map(({ text, window }) => (
        <li key={`${text}${window.from}`} className={css.entry}>
          <div className={css.words}>{text}</div>
          <div className={css.day}>
            {window.standing === 'now' ? 'Due now: ' : 'Next: '}
            {daysOf(window)}
          </div>
        </li>
      ))}
    </ul>
  );
};

const Support = ({ urn, year }: { urn: Urn; year: Year }) => {
  const surfaces = useSurfaces();
  return (
    <section className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>Support in {year}</h3>
      <Loaded query={useSupport({ urn, year })} waiting="Loading the support">
        {(support) => (
          <>
            <Dates support={support} />
            <div>
              <PlaceLink to={supportPath(urn, year)}>
                All support in {year}: {count(itemsNow(support), 'item')}
              </PlaceLink>
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
};

const Before = ({ before }: Pick<AcademyCategory, 'before'>) => {
  const surfaces = useSurfaces();
  if (before.length === 0) return null;
  return (
    <details>
      <summary>Before that</summary>
      <ul className={surfaces.list}>
        {before.map(({ name, symbol, since, until }) => (
          <li key={since} className={css.entry}>
            <span className={css.current}>
              <CategoryMark category={{ name, symbol }} />
              <span className={css.day}>{daysOf({ from: since, by: until })}</span>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Where the academy stands, since when, what it was before, and what support that brings this year. */
export const CategoryCard = ({ academy }: { academy: AcademyView }) => {
  const surfaces = useSurfaces();
  const { category, categoryWord, supportYear, urn } = academy;
  if (!category) return null;
  const { now, next, before } = category;
  return (
    <section className={mergeClasses(surfaces.card, surfaces.stack)}>
      <div className={surfaces.tight}>
        <h2 className={surfaces.title}>{capital(categoryWord)}</h2>
        <div className={css.current}>
          <CategoryMark category={now} word={categoryWord} />
          {now && <span className={css.day}>since {formatDay(now.since)}</span>}
        </div>
        {next && (
          <div className={css.current}>
            <CategoryMark category={next} word={categoryWord} />
            <span className={css.day}>decided, from {formatDay(next.from)}</span>
          </div>
        )}
        <Before before={before} />
      </div>
      {supportYear && now && <Support urn={urn} year={supportYear} />}
    </section>
  );
};
