import type { PersonId } from '../schema/ids';
import type { ReviewRow } from '../schema/rows';
import type { ReviewList } from '../schema/reviewViews';
import type { PeriodRef } from '../schema/views';
import { inTrustOn, samePeriod } from '../domain/calendar';
import { notApplicableTo } from '../domain/framework';
import { may } from '../domain/policy';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import { seesReview } from './reviewAccess';
import { frameworkFor, readCaller, type Caller } from './trust';

type Academy = Caller['academies'][number];
type Framework = Caller['frameworks'][number];

/** How far one academy's review is, counting only the functions that the reader may see. */
const lineOf = (caller: Caller, framework: Framework, academy: Academy, row: ReviewRow | undefined) => {
  const outside = row?.notApplicable ?? notApplicableTo(framework, academy);
  const areas = framework.areas.filter(
    (area) => !outside.includes(area.code) && may(caller.person, 'readReview', { academy, group: area.group }),
  );
  const visible = row && seesReview(caller, academy, row) ? row : undefined;
  return {
    urn: academy.urn,
    name: academy.name,
    state: row?.state ?? ('notOpened' as const),
    judged: visible ? areas.filter((area) => visible.levels[area.code] !== undefined).length : 0,
    applicable: areas.length,
  };
};

/** The reviews of a period that the reader may see, by academy in alphabetical order; none for who joined later or left. */
export const listReviews =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { year, period }: PeriodRef): Promise<Result<ReviewList>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const framework = frameworkFor(caller, { year, period });
    if (!framework.ok) return framework;
    const rows = (await deps.store.rows('reviews'))
      .map(({ row }) => row)
      .filter((row) => samePeriod(row, { year, period }));
    const endsOn = caller.periods.find((dated) => samePeriod(dated, { year, period }))?.endsOn ?? '';
    const academies = caller.academies
      .filter((academy) => may(caller.person, 'readReview', { academy }))
      .filter((academy) => inTrustOn(academy, endsOn) || rows.some(({ urn }) => urn === academy.urn))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    const reviews = academies.map((academy) =>
      lineOf(
        caller,
        framework.value,
        academy,
        rows.find((row) => row.urn === academy.urn),
      ),
    );
    const asAt = caller.now;
    const { judging } = framework.value;
    const mayOpen = may(caller.person, 'openReviews');
    return accepted({ year, period, asAt, reviews, mayOpen, ...(judging && { judging }) });
  };
