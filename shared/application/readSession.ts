import type { Framework } from '../schema/framework';
import type { PersonId } from '../schema/ids';
import type { Person } from '../schema/people';
import type { Capability, Session } from '../schema/views';
import { periodOn, samePeriod } from '../domain/calendar';
import { latestJudgedPeriod, latestSettledPeriod, mayReadMatrix } from '../domain/matrix';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { presentYear, readCaller, type Caller } from './trust';

const capabilities = ({ person, settings }: Caller, { routes }: Framework): Capability[] => {
  const able = {
    openReviews: may(person, 'openReviews'),
    seeMatrix: mayReadMatrix(person, settings),
    proposeCategory: routes.some(({ proposers }) => may(person, 'proposeCategory', {}, proposers)),
    administer: may(person, 'administer'),
  } satisfies Record<Capability, boolean>;
  return (Object.keys(able) as Capability[]).filter((capability) => able[capability]);
};

const withoutHistory = ({ id, name, email, jobTitle, roles }: Person): Person => ({ id, name, email, jobTitle, roles });

/** Who is asking, what they may do, and the trust's calendar and active framework. */
export const readSession =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId): Promise<Result<Session>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const present = presentYear(caller);
    if (!present) return refused({ code: 'calendar.unknown-term' });
    const currentPeriod = periodOn(caller.periods, caller.today);
    // A period that the trust judges no longer, because it judges another kind now, has no matrix to open.
    const rows = (await deps.store.rows('reviews'))
      .map(({ row }) => row)
      .filter((row) => caller.periods.some((period) => samePeriod(period, row)));
    const matrixPeriod = latestJudgedPeriod(caller.person, caller.academies, rows) ?? currentPeriod;
    const meetingPeriod = latestSettledPeriod(rows) ?? currentPeriod;
    return accepted({
      // What administrators did to somebody is for administrators.
      person: withoutHistory(caller.person),
      trustName: caller.settings.trustName,
      today: caller.today,
      years: caller.settings.years,
      currentYear: present.year,
      periods: [...caller.periods],
      ...(currentPeriod && { currentPeriod }),
      ...(matrixPeriod && { matrixPeriod }),
      ...(meetingPeriod && { meetingPeriod }),
      framework: present.framework,
      may: capabilities(caller, present.framework),
      academies: caller.academies
        .filter((academy) => may(caller.person, 'readReview', { academy }))
        .map(({ urn, name, phase }) => ({ urn, name, phase })),
    });
  };
