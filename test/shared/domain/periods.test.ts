import fc from 'fast-check';
import { addDays, daysBetween } from '../../../shared/domain/day';
import { comparePeriods, judgedPeriods, periodsIn } from '../../../shared/domain/periods';
import { periodLabel } from '../../../shared/domain/words';
import { Period, PeriodKind, Year } from '../../../shared/schema/ids';
import { AcademicYear } from '../../../shared/schema/settings';

const yearOf = (start: number): Year => Year.parse(`${start}/${String((start + 1) % 100).padStart(2, '0')}`);
const halfTerms = {
  autumn: { startsOn: '2026-10-26', endsOn: '2026-10-30' },
  spring: { startsOn: '2027-02-15', endsOn: '2027-02-19' },
  summer: { startsOn: '2027-05-31', endsOn: '2027-06-04' },
};
const year = AcademicYear.parse({
  year: '2026/27',
  framework: { code: 'small', version: 1 },
  terms: [
    { term: 'autumn', startsOn: '2026-09-02', endsOn: '2026-12-18', halfTerm: halfTerms.autumn },
    { term: 'spring', startsOn: '2027-01-04', endsOn: '2027-03-25', halfTerm: halfTerms.spring },
    { term: 'summer', startsOn: '2027-04-12', endsOn: '2027-07-21', halfTerm: halfTerms.summer },
  ],
});
const withoutHalfTerms = { ...year, terms: year.terms.map(({ halfTerm: _, ...term }) => term) };
/** The same dates in another year. */
const moved = (start: number): AcademicYear =>
  AcademicYear.parse({
    ...year,
    year: yearOf(start),
    terms: withoutHalfTerms.terms.map(({ term, startsOn, endsOn }) => ({
      term,
      startsOn: `${start + Number(startsOn.slice(0, 4)) - 2026}${startsOn.slice(4)}`,
      endsOn: `${start + Number(endsOn.slice(0, 4)) - 2026}${endsOn.slice(4)}`,
    })),
  });
const spans = (kind: PeriodKind, of = year) => periodsIn(of, kind).map((p) => [p.period, p.startsOn, p.endsOn]);

describe('the periods of a year', () => {
  it('terms, on the trust’s dates', () =>
    expect(spans('term')).toEqual([
      ['autumn', '2026-09-02', '2026-12-18'],
      ['spring', '2027-01-04', '2027-03-25'],
      ['summer', '2027-04-12', '2027-07-21'],
    ]));
  it('half terms, up to the holiday and from the day after it', () =>
    expect(spans('halfTerm')).toEqual([
      ['autumn1', '2026-09-02', '2026-10-25'],
      ['autumn2', '2026-10-31', '2026-12-18'],
      ['spring1', '2027-01-04', '2027-02-14'],
      ['spring2', '2027-02-20', '2027-03-25'],
      ['summer1', '2027-04-12', '2027-05-30'],
      ['summer2', '2027-06-05', '2027-07-21'],
    ]));
  it('half terms parted at the weekend nearest the middle where no holiday is known', () =>
    expect(spans('halfTerm', withoutHalfTerms).slice(0, 2)).toEqual([
      ['autumn1', '2026-09-02', '2026-10-23'],
      ['autumn2', '2026-10-26', '2026-12-18'],
    ]));
  it('months with school in them, as the calendar has them', () => {
    expect(spans('month').map(([period]) => period)).toEqual([
      'm09',
      'm10',
      'm11',
      'm12',
      'm01',
      'm02',
      'm03',
      'm04',
      'm05',
      'm06',
      'm07',
    ]);
    expect(spans('month')[5]).toEqual(['m02', '2027-02-01', '2027-02-28']);
  });
  it('February of a leap year has 29 days', () =>
    expect(spans('month', moved(2027))[5]).toEqual(['m02', '2028-02-01', '2028-02-29']));
  it('fortnights of fourteen days from the Monday of the first week, without those in the holidays', () => {
    const fortnights = spans('fortnight');
    expect(fortnights[0]).toEqual(['f01', '2026-09-01', '2026-09-13']);
    expect(fortnights[1]).toEqual(['f02', '2026-09-14', '2026-09-27']);
    // The clocks go back on 25 October 2026 and forward on 28 March 2027: a day is a day.
    expect(fortnights[3]).toEqual(['f04', '2026-10-12', '2026-10-25']);
    expect(fortnights[4]).toEqual(['f05', '2026-10-26', '2026-11-08']);
    expect(fortnights.map(([period]) => period)).not.toContain('f25');
    expect(fortnights.map(([period]) => period)).not.toContain('f09');
    expect(fortnights.at(-1)).toEqual(['f24', '2027-07-19', '2027-08-01']);
  });
  it('the whole academic year, from 1 September to 31 August', () =>
    expect(spans('year')).toEqual([['year', '2026-09-01', '2027-08-31']]));
  it('two years from its first day', () =>
    expect(spans('twoYears')).toEqual([['twoYears', '2026-09-01', '2028-08-31']]));
});

describe('what is judged over the years', () => {
  const calendar = [2027, 2025, 2026, 2028].map(moved);
  const judged = (kindIn: (start: number) => PeriodKind | undefined) =>
    judgedPeriods(calendar, ({ year: of }) => kindIn(Number(of.slice(0, 4)))).map((p) => `${p.year} ${p.period}`);

  it('two-year periods follow each other', () =>
    expect(judged(() => 'twoYears')).toEqual(['2025/26 twoYears', '2027/28 twoYears']));
  it('two-year periods begin in the first year that is judged so, whatever was judged before', () => {
    expect(judged((start) => (start === 2025 ? undefined : 'twoYears'))).toEqual([
      '2026/27 twoYears',
      '2028/29 twoYears',
    ]);
    expect(judged((start) => (start === 2025 ? 'year' : 'twoYears'))).toEqual([
      '2025/26 year',
      '2026/27 twoYears',
      '2028/29 twoYears',
    ]);
  });
  it('a year that is judged otherwise is judged even where two years had begun', () =>
    expect(judged((start) => (start === 2026 ? 'year' : 'twoYears'))).toEqual([
      '2025/26 twoYears',
      '2026/27 year',
      '2027/28 twoYears',
    ]));
  it('nothing in a year whose framework has no matrix', () =>
    expect(judged((start) => (start === 2026 ? 'year' : undefined))).toEqual(['2026/27 year']));
  it('terms kept in another order come in the order of their days', () => {
    const turned = { ...year, terms: [...year.terms].reverse() };
    expect(judgedPeriods([turned], () => 'term').map(({ period }) => period)).toEqual(['autumn', 'spring', 'summer']);
  });

  const anyKind = fc.constantFrom(...PeriodKind.options);
  it('is in order, never overlaps and never leaves its year or pair of years, whatever the kind', () => {
    fc.assert(
      fc.property(anyKind, fc.integer({ min: 2020, max: 2060 }), (kind, start) => {
        const periods = judgedPeriods([moved(start), moved(start + 1)], () => kind);
        expect(periods.length).toBeGreaterThan(0);
        periods.forEach((period, i) => {
          expect(Period.safeParse(period.period).success).toBe(true);
          expect(daysBetween(period.startsOn, period.endsOn)).toBeGreaterThanOrEqual(0);
          expect(period.startsOn >= `${period.year.slice(0, 4)}-09-01`).toBe(true);
          const next = periods[i + 1];
          if (!next) return;
          expect(next.startsOn > period.endsOn).toBe(true);
          expect(comparePeriods(period, next)).toBeLessThan(0);
          expect(comparePeriods(next, period)).toBeGreaterThan(0);
        });
        expect(new Set(periods.map(periodLabel)).size).toBe(periods.length);
      }),
    );
  });
  it('a year without a gap: months and fortnights of a term follow each other day by day', () => {
    for (const kind of ['month', 'fortnight'] as const) {
      const autumn = periodsIn(year, kind).filter(({ startsOn }) => startsOn <= '2026-12-18');
      autumn.slice(1).forEach(({ startsOn }, i) => expect(startsOn).toBe(addDays(autumn[i]?.endsOn ?? '', 1)));
    }
  });
});
