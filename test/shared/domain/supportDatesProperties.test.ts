import fc from 'fast-check';
import { addDays, daysBetween, mondayOf } from '../../../shared/domain/day';
import { firstDayOf, lastDayOf } from '../../../shared/domain/periods';
import { supportDates, type SupportSpan } from '../../../shared/domain/supportDates';
import type { PeriodKind } from '../../../shared/schema/ids';
import { AcademicYear } from '../../../shared/schema/settings';
import type { Cadence } from '../../../shared/schema/support';
import type { PlannedDate } from '../../../shared/schema/supportViews';
import { entitlement } from '../../support/builders/support';

/** Terms somewhere in the year, of some length, with or without a half-term holiday, and some closed days. */
const anyYear: fc.Arbitrary<AcademicYear> = fc
  .record({
    starts: fc.tuple(
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 118, max: 140 }),
      fc.integer({ min: 215, max: 235 }),
    ),
    /** None reaches the term after it. */
    lengths: fc.tuple(...[90, 70, 90].map((max) => fc.integer({ min: 40, max }))),
    holidays: fc.tuple(...[0, 1, 2].map(() => fc.option(fc.integer({ min: 1, max: 16 })))),
    closed: fc.array(fc.integer({ min: 0, max: 330 }), { maxLength: 12 }),
  })
  .map(({ starts, lengths, holidays, closed }) => {
    const day = (n: number): string => addDays('2026-09-01', n);
    return AcademicYear.parse({
      year: '2026/27',
      framework: { code: 'small', version: 1 },
      terms: (['autumn', 'spring', 'summer'] as const).map((term, at) => {
        const start = starts[at] ?? 0;
        const holiday = holidays[at] ?? undefined;
        const middle = start + 15;
        return {
          term,
          startsOn: day(start),
          endsOn: day(start + (lengths[at] ?? 0)),
          ...(holiday && { halfTerm: { startsOn: day(middle), endsOn: day(middle + holiday) } }),
        };
      }),
      closedOn: closed.map(day),
    });
  });

/** A handful of them for all properties: the domain works out a year's calendar once. */
const years = fc.constantFrom(...fc.sample(anyYear, { numRuns: 30, seed: 2026 }));

const kinds: PeriodKind[] = ['fortnight', 'month', 'halfTerm', 'term', 'year', 'twoYears'];
const inWeeks: fc.Arbitrary<{ everyWeeks: number }> = fc.record({ everyWeeks: fc.integer({ min: 1, max: 52 }) });
const otherwise: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({ times: fc.integer({ min: 1, max: 12 }), per: fc.constantFrom(...kinds) }),
  fc.record({ everyYears: fc.integer({ min: 2, max: 10 }) }),
);
const cadences: fc.Arbitrary<Cadence> = fc.oneof(inWeeks, otherwise);
/** A day from two years before the year's beginning to its end. */
const days = fc.integer({ min: -730, max: 364 }).map((n) => addDays('2026-09-01', n));
const spans: fc.Arbitrary<SupportSpan> = fc
  .record({ year: years, since: days, length: fc.option(fc.integer({ min: 0, max: 500 })) })
  .map(({ year, since, length }) => ({ year, since, ...(length !== null && { until: addDays(since, length) }) }));

const planned = (cadence: Cadence, span: SupportSpan): PlannedDate[] => supportDates(entitlement({ cadence }), span);
const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const isSchoolDay = ({ terms, closedOn }: AcademicYear, day: string): boolean =>
  isWeekday(day) &&
  !closedOn.includes(day) &&
  terms.some(
    ({ startsOn, endsOn, halfTerm }) =>
      startsOn <= day && day <= endsOn && !(halfTerm && halfTerm.startsOn <= day && day <= halfTerm.endsOn),
  );

describe('every window', () => {
  it('lies in the year and in the category, from a school day to a school day', () => {
    fc.assert(
      fc.property(cadences, spans, (cadence, span) => {
        for (const { from, by } of planned(cadence, span)) {
          expect(from <= by).toBe(true);
          expect([isSchoolDay(span.year, from), isSchoolDay(span.year, by)]).toEqual([true, true]);
          expect(from >= firstDayOf(span.year.year) && by <= lastDayOf(span.year.year)).toBe(true);
          expect(from >= span.since && (span.until === undefined || by <= span.until)).toBe(true);
        }
      }),
    );
  });

  it('comes after the one before it and never overlaps it', () => {
    fc.assert(
      fc.property(cadences, spans, (cadence, span) => {
        const windows = planned(cadence, span);
        windows.slice(1).forEach(({ from }, at) => expect((windows[at]?.by ?? '') < from).toBe(true));
      }),
    );
  });

  it('is named unlike the others', () => {
    fc.assert(
      fc.property(cadences, spans, (cadence, span) => {
        const labels = planned(cadence, span).map(({ label }) => label);
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });
});

describe('every so many weeks', () => {
  it('is never twice in one week, nor more often than there are weeks for it', () => {
    fc.assert(
      fc.property(inWeeks, spans, (cadence, span) => {
        const mondays = planned(cadence, span).map(({ from }) => mondayOf(from));
        expect(new Set(mondays).size).toBe(mondays.length);
        const [first, last] = [mondays[0], mondays.at(-1)];
        if (first && last)
          expect(mondays.length).toBeLessThanOrEqual(Math.floor(daysBetween(first, last) / 7 / cadence.everyWeeks) + 2);
      }),
    );
  });

  it('misses no school week where it is every week', () => {
    fc.assert(
      fc.property(spans, (span) => {
        const held = new Set(planned({ everyWeeks: 1 }, span).map(({ from }) => mondayOf(from)));
        const last = span.until ?? lastDayOf(span.year.year);
        for (let day = firstDayOf(span.year.year); day <= lastDayOf(span.year.year); day = addDays(day, 1))
          if (isSchoolDay(span.year, day) && day >= span.since && day <= last)
            expect([day, held.has(mondayOf(day))]).toEqual([day, true]);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps its dates when the category begins a whole number of rounds later', () => {
    fc.assert(
      fc.property(inWeeks, years, fc.integer({ min: 1, max: 12 }), ({ everyWeeks }, year, rounds) => {
        const all = planned({ everyWeeks }, { year, since: '2026-09-01' });
        const [first] = all;
        fc.pre(first !== undefined);
        const since = addDays(mondayOf(first.from), 7 * everyWeeks * rounds);
        fc.pre([0, 1, 2, 3, 4].some((n) => isSchoolDay(year, addDays(since, n))));
        expect(planned({ everyWeeks }, { year, since })).toEqual(all.filter(({ from }) => from >= since));
      }),
    );
  });
});

describe('a category that begins later', () => {
  // Every so many weeks begins a rhythm of its own, which may meet fewer holidays: see the properties above.
  it('never has more windows, and each lies in one of the earlier ones', () => {
    fc.assert(
      fc.property(
        fc.oneof(otherwise, fc.constant<Cadence>({ everyWeeks: 1 })),
        years,
        fc.integer({ min: 0, max: 330 }),
        fc.integer({ min: 0, max: 330 }),
        (cadence, year, a, b) => {
          const since = (n: number) => ({ year, since: addDays('2026-09-01', n) });
          const sooner = planned(cadence, since(Math.min(a, b)));
          const later = planned(cadence, since(Math.max(a, b)));
          expect(later.length).toBeLessThanOrEqual(sooner.length);
          for (const window of later)
            expect(
              sooner.some(({ label, from, by }) => label === window.label && from <= window.from && by === window.by),
            ).toBe(true);
        },
      ),
    );
  });

  it('and one that ends sooner never has more', () => {
    fc.assert(
      fc.property(cadences, spans, fc.integer({ min: 0, max: 300 }), (cadence, span, cut) => {
        const until = addDays(span.until ?? lastDayOf(span.year.year), -cut);
        expect(planned(cadence, { ...span, until }).length).toBeLessThanOrEqual(planned(cadence, span).length);
      }),
    );
  });
});

it('the order in which terms and closed days are kept is nothing to the dates', () => {
  // Fortnights are counted from the first term that the calendar names.
  const counted = cadences.filter((cadence) => !('per' in cadence && cadence.per === 'fortnight'));
  fc.assert(
    fc.property(counted, spans, (cadence, span) => {
      const { terms, closedOn } = span.year;
      const turned = { ...span.year, terms: [...terms].reverse(), closedOn: [...closedOn].reverse() };
      expect(planned(cadence, { ...span, year: turned })).toEqual(planned(cadence, span));
    }),
    { numRuns: 40 },
  );
});
