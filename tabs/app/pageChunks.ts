import { lazy } from 'react';
import type { Beginning } from './beginning';
import type { TeamsContext } from './teams';

const loadMatrixPage = () => import('../features/assess/MatrixPage');
export const MatrixPage = lazy(async () => ({ default: (await loadMatrixPage()).MatrixPage }));

/** The other page that the tab often begins with. */
export const loadWorkPage = () => import('../features/work/WorkPage');

const isAbout = (path: string, section: string): boolean => path === `/${section}` || path.startsWith(`/${section}/`);

/** Where no link says more, chats and meetings begin with the matrix. */
const beginsWithMatrix = (path: string, { page, place }: TeamsContext): boolean =>
  path === '/' ? page === 'matrix' || place !== 'tab' : isAbout(path, 'matrix');

/** Fetches the page that an address leads to, and what it shows, before anybody knows who is asking. */
export const preparePage = (path: string, context: TeamsContext, beginning: Beginning): void => {
  // A chunk that cannot be had now is asked for again, and said, when the page is drawn.
  const unready = (): void => undefined;
  if (beginsWithMatrix(path, context))
    loadMatrixPage().then(({ prepareMatrix }) => {
      prepareMatrix(path, beginning);
    }, unready);
  else if (path === '/' || isAbout(path, 'work'))
    for (const load of [loadWorkPage, () => import('./OtherPages'), () => import('../components/Fluent')])
      load().catch(unready);
};
