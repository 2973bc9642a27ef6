import { may as permits } from '../../shared/domain/policy';
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

/** What this person may open, in the order of the tabs. The server decides again on every request. */
export const destinationsOf = (session: Session): Destination[] => {
  const { may, academies, currentTerm, matrixTerm } = session;
  const all: (Destination & { readonly when: boolean })[] = [
    { section: 'work', label: 'My work', path: '/work', when: true },
    { section: 'matrix', label: 'Matrix', path: matrixPath(matrixTerm), when: may.includes('seeMatrix') },
    { section: 'reviews', label: 'Reviews', path: reviewsPath(currentTerm), when: academies.length > 0 },
    { section: 'categories', label: 'Categories', path: '/categories', when: seesCategories(session) },
    { section: 'administration', label: 'Administration', path: '/administration', when: may.includes('administer') },
  ];
  return all.filter(({ when }) => when).map(({ section, label, path }) => ({ section, label, path }));
};

/** Where the tab begins when no link says otherwise: the matrix in chats and meetings, one's own work elsewhere. */
export const landingOf = (session: Session, context: Pick<TeamsContext, 'page' | 'place'>): string => {
  const inChat = context.page === 'matrix' || context.place !== 'tab';
  return inChat && session.may.includes('seeMatrix') ? matrixPath(session.matrixTerm) : '/work';
};
