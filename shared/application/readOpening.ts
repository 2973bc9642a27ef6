import type { Opening } from '../schema/administrationViews';
import type { PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { PeriodRef } from '../schema/views';
import { samePeriod } from '../domain/calendar';
import { recordOf } from '../domain/judging';
import { openingState } from '../domain/opening';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { frameworkFor, readCaller } from './trust';

/**
 * What opening a period would do, academy by academy, for those that the actor may open it for: nothing of what is
 * judged. Refusals: `notAllowed`, `calendar.unknown-term`.
 */
export const readOpening =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { year, period }: PeriodRef): Promise<Result<Opening>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const { person, academies, periods, now: asAt } = found.value;
    if (!may(person, 'openReviews')) return refused({ code: 'notAllowed' });
    const framework = frameworkFor(found.value, { year, period });
    if (!framework.ok) return framework;
    const dated = periods.find((each) => samePeriod(each, { year, period }));
    if (!dated) return refused({ code: 'calendar.unknown-term' });
    const { startsOn, endsOn } = dated;
    const rows = (await deps.store.rows('reviews')).filter(({ row }) => samePeriod(row, { year, period }));
    const line = (academy: Academy): Opening['academies'][number] => {
      const { urn, name, phase, joinedOn, leftOn } = academy;
      const hasRecord = rows.some(({ row }) => row.urn === urn);
      const dates = { ...(joinedOn && { joinedOn }), ...(leftOn && { leftOn }) };
      return { urn, name, phase, state: openingState(academy, { endsOn, hasRecord }), ...dates };
    };
    return accepted({
      ...{ year, period, asAt, startsOn, endsOn },
      record: recordOf(framework.value),
      academies: academies
        .filter((academy) => may(person, 'openReviews', { academy }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        .map(line),
    });
  };
