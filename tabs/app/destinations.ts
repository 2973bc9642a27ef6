import { recordOf } from '../../shared/domain/judging';
import { may as permits } from '../../shared/domain/policy';
import { capital, plural } from '../../shared/domain/words';
import type { Session } from '../../shared/schema/views';
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

/** What this person may open, in the order of the tabs. The server decides again on every request. */
export const destinationsOf = (session: Session): Destination[] => {
  const { may, academies, currentPeriod, matrixPeriod } = session;
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

/** Where the tab begins when no link says otherwise: the matrix in chats and meetings, one's own work elsewhere. */
export const landingOf = (session: Session, context: Pick<TeamsContext, 'page' | 'place'>): string => {
  const inChat = context.page === 'matrix' || context.place !== 'tab';
  if (!inChat || !session.may.includes('seeMatrix')) return '/work';
  return session.matrixPeriod ? matrixPath(session.matrixPeriod) : '/categories';
};
