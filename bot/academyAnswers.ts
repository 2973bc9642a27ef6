import type { Urn } from '../shared/schema/ids';
import type { AcademyStanding, FoundAcademies } from '../shared/schema/standingViews';
import { keyOfReview } from '../shared/domain/keys';
import { periodLabel } from '../shared/domain/words';
import { whichAcademy } from './academyNames';
import type { Reply } from './botService';
import { renderCard } from './cards/card';
import { renderChoice } from './cards/choiceCard';
import type { Notice } from './cards/lines';
import { withRefresh } from './cards/refresh';
import { renderOverview, renderStanding } from './cards/standingCard';
import { afterwards, replyWith, told, type Asker, type Asking } from './replies';

export type About = 'review' | 'status';

const noSuch =
  'There is no academy of that name among those you may see. Write “status” for the ones that you can ask about.';
const noAcademies = 'There is no academy here that you may read about. Your trust’s administrator can change that.';

/** One academy's review, or how it stands. */
const createOne = (deps: Asking) => {
  const { useCases, deepLink } = deps;
  const after = afterwards(deps);

  const review = async ({ person, userId }: Asker, academy: AcademyStanding): Promise<Reply> => {
    const [latest] = academy.records;
    if (!latest) return told(`There is nothing to show you of ${academy.name} yet.`);
    const { record, state } = latest;
    const key = keyOfReview({ urn: academy.urn, ...latest });
    const last = `No ${record} is open for ${academy.name}. This is the last one, ${periodLabel(latest)}.`;
    const notice: Notice | undefined = state === 'signedOff' ? { tone: 'information', text: last } : undefined;
    return after(await useCases.readCard(person, { kind: 'reviews', key }), (card) => ({
      card: withRefresh(renderCard(card, { deepLink, ...(notice && { notice }) }), card, userId),
      summary: card.headline,
    }));
  };

  return async (asker: Asker, about: About, academy: AcademyStanding): Promise<Reply> =>
    about === 'review'
      ? review(asker, academy)
      : after(await useCases.readStanding(asker.person, { urn: academy.urn }), (standing) =>
          replyWith(renderStanding(standing, { deepLink })),
        );
};

/** What people ask about an academy: the names are looked up among those that the asker may see, and nowhere else. */
export const createAcademyAnswers = (deps: Asking) => {
  const { useCases, deepLink } = deps;
  const after = afterwards(deps);
  const one = createOne(deps);

  /** Nobody was named: their only academy, or all of them. */
  const unnamed = (asker: Asker, about: About, found: FoundAcademies): Reply | Promise<Reply> => {
    const [first, ...more] = found.academies;
    if (!first) return told(noAcademies);
    if (more.length === 0) return one(asker, about, first);
    return replyWith(about === 'review' ? renderChoice(found.academies, about) : renderOverview(found, { deepLink }));
  };

  return {
    /** `said` is what somebody wrote besides the command; asks back where it is not certain which academy is meant. */
    asked: async (asker: Asker, about: About, said: string): Promise<Reply> =>
      after(await useCases.findAcademies(asker.person, {}), (found) => {
        const meant = whichAcademy(said, found.academies);
        if (meant.kind === 'one') return one(asker, about, meant.academy);
        if (meant.kind === 'several') return replyWith(renderChoice(meant.academies, about));
        return meant.kind === 'none' ? told(noSuch) : unnamed(asker, about, found);
      }),

    /** A button named the academy: it counts where this person may see it, and is unknown where not. */
    chosen: async (asker: Asker, about: About, urn: Urn): Promise<Reply> =>
      after(await useCases.findAcademies(asker.person, {}), ({ academies }) => {
        const academy = academies.find((each) => each.urn === urn);
        return academy ? one(asker, about, academy) : told(noSuch);
      }),

    /** Words without a command: how an academy of that name stands; undefined where they name none. */
    named: async (asker: Asker, said: string): Promise<Reply | undefined> => {
      const found = await useCases.findAcademies(asker.person, {});
      const meant = found.ok ? whichAcademy(said, found.value.academies) : undefined;
      if (meant?.kind === 'one') return one(asker, 'status', meant.academy);
      return meant?.kind === 'several' ? replyWith(renderChoice(meant.academies, 'status')) : undefined;
    },
  };
};
