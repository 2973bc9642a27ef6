import type { PersonId } from '../schema/ids';
import type { Capability, Session } from '../schema/views';
import { termOn } from '../domain/calendar';
import { latestJudgedTerm, mayReadMatrix } from '../domain/matrix';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkIn, readCaller, type Caller } from './trust';

const capabilities = ({ person, settings }: Caller): Capability[] => {
  const able = {
    openReviews: may(person, 'openReviews'),
    seeMatrix: mayReadMatrix(person, settings),
    proposeCategory: may(person, 'proposeCategory'),
    administer: may(person, 'administer'),
  } satisfies Record<Capability, boolean>;
  return (Object.keys(able) as Capability[]).filter((capability) => able[capability]);
};

/** Who is asking, what they may do, and the trust's calendar and active framework. */
export const readSession =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<Session>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const currentTerm = termOn(caller.settings.years, caller.today);
    const framework = currentTerm && frameworkIn(caller, currentTerm.year);
    if (!currentTerm || !framework) return refused({ code: 'calendar.unknown-term' });
    const rows = (await deps.store.rows('reviews')).map(({ row }) => row);
    return accepted({
      person: caller.person,
      trustName: caller.settings.trustName,
      today: caller.today,
      years: caller.settings.years,
      currentTerm,
      matrixTerm: latestJudgedTerm(caller.person, caller.academies, rows) ?? currentTerm,
      framework,
      may: capabilities(caller),
      academies: caller.academies
        .filter((academy) => may(caller.person, 'readReview', { academy }))
        .map(({ urn, name, phase }) => ({ urn, name, phase })),
    });
  };
