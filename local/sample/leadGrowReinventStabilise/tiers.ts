import { addDays, mondayOf, weekdayOf } from '../../../shared/domain/day';
import { firstDayOf } from '../../../shared/domain/periods';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import type { AcademicYear } from '../../../shared/schema/settings';
import { changeSteps } from '../changeSteps';
import type { SampleYears } from '../sample';
import { daysFrom, inTurn } from '../yearly/changes';
import { people } from './people';
import { exceptional, firstPlacings, nextPlacings, type Placing } from './placings';

interface Telling {
  readonly framework: Framework;
  readonly years: SampleYears;
}

/** What waits for the Board's autumn meeting begins on the first Monday of December. */
const afterAutumnMeeting = ({ year }: AcademicYear): string => {
  const first = `${year.slice(0, 4)}-12-01`;
  return addDays(first, (8 - weekdayOf(first)) % 7);
};

/** Three weeks before the summer holidays: proposed on Monday, approved on Wednesday, the Board meets a fortnight on. */
const place = (
  { framework, years }: Telling,
  { urn, of, to, why, by, ceoSays, boardSays }: Placing,
  n: number,
  before: readonly CategoryChange[],
): CategoryChange => {
  const summer = (of === 'lastYear' ? years.yearBefore : years.lastYear).terms[2]?.endsOn ?? '';
  const monday = addDays(mondayOf(summer), -21);
  const on = daysFrom(monday);
  const effectiveFrom = boardSays === undefined ? afterAutumnMeeting(years[of]) : firstDayOf(years[of].year);
  const wanted = { n, urn, to, route: 'yearStart', why, effectiveFrom };
  const steps = changeSteps({ framework, years: years.all, before }, wanted, on(by, 0, 540 + 9 * n));
  steps.approve(on(people.ceo, 2, 600 + 9 * n), ceoSays);
  if (boardSays !== undefined) steps.confirm(on(people.chair, 15, 510 + 6 * n), addDays(monday, 14), boardSays);
  return steps.now();
};

/** Elm is reclassified in the spring of last year; the academy makes representations before anybody decides. */
const reclassify = ({ framework, years }: Telling, n: number, before: readonly CategoryChange[]): CategoryChange => {
  const monday = addDays(mondayOf(years.lastYear.terms[1]?.startsOn ?? ''), 21);
  const on = daysFrom(monday);
  const { urn, to, why, opinion, headSays, ceoSays, boardSays } = exceptional;
  const outsideOpinion = { from: 'Orchard Borough Council', givenOn: addDays(monday, -4), opinion };
  const wanted = { n, urn, to, route: 'exceptional', why, effectiveFrom: addDays(monday, 35), outsideOpinion };
  const steps = changeSteps({ framework, years: years.all, before }, wanted, on(people.director, 0, 565));
  steps.hear(on(people.elmHead, 4, 930), false, headSays);
  steps.approve(on(people.ceo, 7, 500), ceoSays);
  steps.confirm(on(people.chair, 11, 525), addDays(monday, 10), boardSays);
  return steps.now();
};

/** The tiers of the two years: what was agreed, and what still waits for the Board. */
export const tierChanges = (telling: Telling): CategoryChange[] =>
  inTurn([...firstPlacings, exceptional, ...nextPlacings], (placing, n, before) =>
    'of' in placing ? place(telling, placing, n, before) : reclassify(telling, n, before),
  );
