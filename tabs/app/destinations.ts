import { recordOf } from '../../shared/domain/judging';
import { may as permits } from '../../shared/domain/policy';
import { capital, plural } from '../../shared/domain/words';
import type { PeriodRef, Session } from '../../shared/schema/views';
import type { TeamsContext } from './teams';
import { matrixPath, reviewsPath } from './subPage';

export interface Destination {
  readonly section: 'work' | 'matrix' | 'reviews' | 'categories' | 'administration';
  readonly label: string;
  readonly path: string;
}

const seesCategories = ({ person, academies }: Session): boolean =>
  permits(person, 'readCategoryChange') ||
  academies.some((academy) => permits(person, 'readCategoryChange', { academy }));

/** What the framework's records are called: 'Reviews', 'Risk assessments'. */
const recordsName = ({ framework }: Session): string => capital(plural(recordOf(framework)));
const categoriesName = ({ framework }: Session): string => capital(plural(framework.categoryWord));

type Where = Pick<TeamsContext, 'page' | 'place'>;

/** In chats and meetings several people look at the tab together. */
export const isShared = ({ page, place }: Where): boolean => page === 'matrix' || place !== 'tab';

/** Where the matrix opens: in company at the latest period that everybody sees settled, else at one's own latest. */
export const matrixPeriodIn = ({ matrixPeriod, meetingPeriod }: Session, where: Where): PeriodRef | undefined =>
  isShared(where) ? meetingPeriod : matrixPeriod;

/** What this person may open, in the order of the tabs. The server decides again on every request. */
export const destinationsOf = (session: Session, where: Where): Destination[] => {
  const { may, academies, currentPeriod } = session;
  const matrixPeriod = matrixPeriodIn(session, where);
  const all: (Destination | undefined)[] = [
    { section: 'work', label: 'My work', path: '/work' },
    matrixPeriod && may.includes('seeMatrix')
      ? { section: 'matrix', label: 'Matrix', path: matrixPath(matrixPeriod) }
      : undefined,
    currentPeriod && academies.length > 0
      ? { section: 'reviews', label: recordsName(session), path: reviewsPath(currentPeriod) }
      : undefined,
    seesCategories(session)
      ? { section: 'categories', label: categoriesName(session), path: '/categories' }
      : undefined,
    may.includes('administer')
      ? { section: 'administration', label: 'Administration', path: '/administration' }
      : undefined,
  ];
  return all.filter((destination) => destination !== undefined);
};

/**
 * Where the tab begins when no link says otherwise: one's own work, and in chats and meetings the matrix of one and the
 * same period for everybody. A trust that judges nothing has categories instead.
 */
export const landingOf = (session: Session, where: Where): string => {
  if (!isShared(where)) return '/work';
  const period = matrixPeriodIn(session, where);
  if (period) return matrixPath(period);
  return seesCategories(session) ? '/categories' : '/work';
};
