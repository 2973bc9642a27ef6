import type { Urn } from '../shared/schema/ids';
import type { Session } from '../shared/schema/views';
import { keyOfReview } from '../shared/domain/keys';
import type { Reply } from './botService';
import { renderApprovals } from './cards/approvalsCard';
import { renderMatrix, renderRow } from './cards/matrixCard';
import { renderWork } from './cards/workCard';
import { afterwards, replyWith, told, type Asker, type Asking } from './replies';

const noMatrix = 'The matrix is not open to you. Write “status” for how your academies stand.';
const noPeriod = 'Nothing has been judged yet, so there is no matrix to show.';

/** The academy of somebody who leads that one alone. */
const ownAlone = ({ person, academies }: Session): Urn | undefined => {
  const isHead = person.roles.some(({ role }) => role === 'headTeacher');
  return isHead && academies.length === 1 ? academies[0]?.urn : undefined;
};

/** What people ask for by itself: each answer is a card of what this person may see, and of nothing else. */
export const createAsking = (deps: Asking) => {
  const { useCases, deepLink } = deps;
  const options = { deepLink };
  const after = afterwards(deps);

  const ownRow = async ({ person }: Asker, urn: Urn): Promise<Reply> =>
    after(await useCases.findAcademies(person, {}), async ({ academies, asAt }) => {
      const [latest] = academies.find((academy) => academy.urn === urn)?.records ?? [];
      if (!latest) return told(noPeriod);
      const key = keyOfReview({ urn, ...latest });
      return after(await useCases.readCard(person, { kind: 'reviews', key }), (card) =>
        card.card === 'review' ? replyWith(renderRow(card, asAt, options)) : told(noPeriod),
      );
    });

  return {
    work: async ({ person }: Asker): Promise<Reply> =>
      after(await useCases.readWork(person, {}), (work) => replyWith(renderWork(work, options))),

    approvals: async ({ person }: Asker): Promise<Reply> =>
      after(await useCases.readApprovals(person, {}), (approvals) => replyWith(renderApprovals(approvals, options))),

    /** The latest period in counts; for the head teacher of one academy, its own row. */
    matrix: async (asker: Asker): Promise<Reply> =>
      after(await useCases.readSession(asker.person, {}), async (session) => {
        const own = ownAlone(session);
        if (own !== undefined) return ownRow(asker, own);
        if (!session.may.includes('seeMatrix')) return told(noMatrix);
        if (!session.matrixPeriod) return told(noPeriod);
        return after(await useCases.readMatrix(asker.person, session.matrixPeriod), (matrix) =>
          replyWith(renderMatrix(matrix, options)),
        );
      }),
  };
};
