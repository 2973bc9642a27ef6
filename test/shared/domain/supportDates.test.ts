import { allowancesIn, supportDates, type SupportSpan } from '../../../shared/domain/supportDates';
import { schoolCalendar } from '../../../shared/domain/supportCalendar';
import type { Cadence } from '../../../shared/schema/support';
import { AcademicYear } from '../../../shared/schema/settings';
import { entitlement, schoolYear } from '../../support/builders/support';

const long = '2020-09-01';
const planned = (cadence: Cadence, parts: Partial<SupportSpan> = {}): string[] =>
  supportDates(entitlement({ cadence }), { year: schoolYear, since: long, ...parts }).map(
    ({ label, from, by }) => `${label}: ${from} ${by}`,
  );
const starts = (cadence: Cadence, parts: Partial<SupportSpan> = {}): string[] =>
  supportDates(entitlement({ cadence }), { year: schoolYear, since: long, ...parts }).map(({ from }) => from);

describe('school days', () => {
  const days = schoolCalendar(schoolYear).days.map(({ day }) => day);
  it.each([
    ['the first day of term', '2026-09-02', true],
    ['the day before', '2026-09-01', false],
    ['a Saturday in term', '2026-09-05', false],
    ['a Sunday in term', '2026-09-06', false],
    ['the last day before half term', '2026-10-23', true],
    ['the first day of half term', '2026-10-26', false],
    ['the last day of half term', '2026-10-30', false],
    ['the first day after it', '2026-11-02', true],
    ['a bank holiday in term', '2027-05-03', false],
    ['Christmas', '2026-12-25', false],
    ['the last day of the year', '2027-07-21', true],
  ])('%s', (_, day, school) => expect(days.includes(day)).toBe(school));
  it('never lie outside the academic year, whatever the terms say', () => {
    const [autumn, spring, summer] = schoolYear.terms;
    const late = AcademicYear.parse({ ...schoolYear, terms: [autumn, spring, { ...summer, endsOn: '2027-09-10' }] });
    expect(schoolCalendar(late).days.at(-1)?.day).toBe('2027-08-31');
  });
});

describe('every so many weeks', () => {
  it('begins in the first school week; a week in a holiday moves to the next, and the rhythm stays', () =>
    expect(planned({ everyWeeks: 4 })).toEqual([
      'Week of 31 August 2026: 2026-09-02 2026-09-04',
      'Week of 28 September 2026: 2026-09-28 2026-10-02',
      'Week of 2 November 2026: 2026-11-02 2026-11-06',
      'Week of 23 November 2026: 2026-11-23 2026-11-27',
      'Week of 4 January 2027: 2027-01-04 2027-01-08',
      'Week of 18 January 2027: 2027-01-18 2027-01-22',
      'Week of 22 February 2027: 2027-02-22 2027-02-26',
      'Week of 15 March 2027: 2027-03-15 2027-03-19',
      'Week of 12 April 2027: 2027-04-12 2027-04-16',
      'Week of 10 May 2027: 2027-05-10 2027-05-14',
      'Week of 7 June 2027: 2027-06-07 2027-06-11',
      'Week of 5 July 2027: 2027-07-05 2027-07-09',
    ]));

  it('is every school week once where it is every week: weeks in holidays are dropped', () => {
    const weeks = planned({ everyWeeks: 1 });
    expect(weeks).toHaveLength(40);
    expect(weeks.slice(7, 9)).toEqual([
      'Week of 19 October 2026: 2026-10-19 2026-10-23',
      'Week of 2 November 2026: 2026-11-02 2026-11-06',
    ]);
  });

  it('begins in the week in which the category begins, cut to it', () =>
    expect(planned({ everyWeeks: 4 }, { since: '2027-06-09' })).toEqual([
      'Week of 7 June 2027: 2027-06-09 2027-06-11',
      'Week of 5 July 2027: 2027-07-05 2027-07-09',
    ]));
  it('begins in the next school week where the category begins at a weekend or in a holiday', () => {
    expect(starts({ everyWeeks: 4 }, { since: '2027-06-12' })).toEqual(['2027-06-14', '2027-07-12']);
    expect(starts({ everyWeeks: 20 }, { since: '2026-12-25' })).toEqual(['2027-01-04', '2027-05-24']);
  });
  it('ends with the category, in mid-week too', () =>
    expect(planned({ everyWeeks: 1 }, { since: '2027-06-28', until: '2027-07-06' })).toEqual([
      'Week of 28 June 2027: 2027-06-28 2027-07-02',
      'Week of 5 July 2027: 2027-07-05 2027-07-06',
    ]));
  it('skips a closed day at the edge of its week', () =>
    expect(planned({ everyWeeks: 1 }, { since: '2027-05-01', until: '2027-05-09' })).toEqual([
      'Week of 3 May 2027: 2027-05-04 2027-05-07',
    ]));

  it('moves no date when the clocks change', () => {
    // British Summer Time ends on Sunday 25 October 2026 and begins on Sunday 28 March 2027.
    const open = AcademicYear.parse({
      ...schoolYear,
      terms: [
        { term: 'autumn', startsOn: '2026-09-02', endsOn: '2026-12-18' },
        { term: 'spring', startsOn: '2027-01-04', endsOn: '2027-04-09' },
        { term: 'summer', startsOn: '2027-04-26', endsOn: '2027-07-21' },
      ],
    });
    const around = (since: string, until: string) => planned({ everyWeeks: 1 }, { year: open, since, until });
    expect(around('2026-10-19', '2026-11-01')).toEqual([
      'Week of 19 October 2026: 2026-10-19 2026-10-23',
      'Week of 26 October 2026: 2026-10-26 2026-10-30',
    ]);
    expect(around('2027-03-22', '2027-04-04')).toEqual([
      'Week of 22 March 2027: 2027-03-22 2027-03-26',
      'Week of 29 March 2027: 2027-03-29 2027-04-02',
    ]);
    expect(planned({ times: 1, per: 'month' }, { year: open, since: '2026-10-25', until: '2026-11-01' })).toEqual([
      'October: 2026-10-26 2026-10-30',
    ]);
  });
});

describe('so many times in a part of the year', () => {
  it.each<[Cadence, string[]]>([
    [
      { times: 1, per: 'term' },
      [
        'Autumn term: 2026-09-02 2026-12-18',
        'Spring term: 2027-01-04 2027-03-25',
        'Summer term: 2027-04-12 2027-07-21',
      ],
    ],
    [
      { times: 1, per: 'halfTerm' },
      [
        'First half of the autumn term: 2026-09-02 2026-10-23',
        'Second half of the autumn term: 2026-11-02 2026-12-18',
        'First half of the spring term: 2027-01-04 2027-02-12',
        'Second half of the spring term: 2027-02-22 2027-03-25',
        'First half of the summer term: 2027-04-12 2027-05-28',
        'Second half of the summer term: 2027-06-07 2027-07-21',
      ],
    ],
    [{ times: 1, per: 'year' }, ['2026/27: 2026-09-02 2027-07-21']],
    [{ times: 2, per: 'year' }, ['2026/27, 1 of 2: 2026-09-02 2027-02-05', '2026/27, 2 of 2: 2027-02-08 2027-07-21']],
    [
      { times: 2, per: 'term' },
      [
        'Autumn term, 1 of 2: 2026-09-02 2026-10-16',
        'Autumn term, 2 of 2: 2026-10-19 2026-12-18',
        'Spring term, 1 of 2: 2027-01-04 2027-02-05',
        'Spring term, 2 of 2: 2027-02-08 2027-03-25',
        'Summer term, 1 of 2: 2027-04-12 2027-05-28',
        'Summer term, 2 of 2: 2027-06-07 2027-07-21',
      ],
    ],
  ])('%j', (cadence, windows) => expect(planned(cadence)).toEqual(windows));

  it('has a window for every month with school, and none for August', () => {
    const months = planned({ times: 1, per: 'month' });
    expect(months).toHaveLength(11);
    expect(months[0]).toBe('September: 2026-09-02 2026-09-30');
    expect(months[8]).toBe('May: 2027-05-04 2027-05-28');
    expect(months[10]).toBe('July: 2027-07-01 2027-07-21');
  });
  it('has a window for every fortnight with school', () => {
    const fortnights = planned({ times: 1, per: 'fortnight' });
    expect(fortnights[0]).toBe('Fortnight 1: 2026-09-02 2026-09-11');
    expect(fortnights.slice(4, 9)).toEqual([
      'Fortnight 5: 2026-11-02 2026-11-06',
      'Fortnight 6: 2026-11-09 2026-11-20',
      'Fortnight 7: 2026-11-23 2026-12-04',
      'Fortnight 8: 2026-12-07 2026-12-18',
      'Fortnight 10: 2027-01-04 2027-01-15',
    ]);
  });
  it('splits by days where there are fewer weeks than times, and has at most one a day', () => {
    const short = { since: '2026-09-02', until: '2026-09-11' };
    expect(planned({ times: 3, per: 'fortnight' }, short)).toEqual([
      'Fortnight 1, 1 of 3: 2026-09-02 2026-09-03',
      'Fortnight 1, 2 of 3: 2026-09-04 2026-09-08',
      'Fortnight 1, 3 of 3: 2026-09-09 2026-09-11',
    ]);
    expect(planned({ times: 52, per: 'fortnight' }, short)).toHaveLength(8);
  });
  it('cuts the windows to the days in the category and drops those outside it', () =>
    expect(planned({ times: 1, per: 'term' }, { since: '2026-12-19', until: '2027-05-02' })).toEqual([
      'Spring term: 2027-01-04 2027-03-25',
      'Summer term: 2027-04-12 2027-04-30',
    ]));
});

describe('every so many years', () => {
  const inYear = (cadence: Cadence, since: string, years?: AcademicYear[]): number =>
    planned(cadence, { since, ...(years && { years }) }).length;
  it.each([
    ['in the year in which the category began', '2026-10-01', 2, 1],
    ['not in the year after', '2025-09-01', 2, 0],
    ['in the second year', '2024-09-01', 2, 1],
    ['not in the third of three', '2024-09-01', 3, 0],
    ['in the fourth of three', '2023-09-01', 3, 1],
    ['not before the category began', '2027-09-01', 2, 0],
    ['on the last day of an academic year that is too late for it', '2024-08-31', 2, 1],
  ])('%s', (_, since, everyYears, windows) => expect(inYear({ everyYears }, since)).toBe(windows));

  it('counts from the next year where no school was left of the year in which the category began', () => {
    const before = AcademicYear.parse({
      ...schoolYear,
      year: '2025/26',
      terms: [
        { term: 'autumn', startsOn: '2025-09-01', endsOn: '2025-12-19' },
        { term: 'spring', startsOn: '2026-01-05', endsOn: '2026-03-27' },
        { term: 'summer', startsOn: '2026-04-13', endsOn: '2026-07-22' },
      ],
    });
    expect(inYear({ everyYears: 2 }, '2026-07-22', [before, schoolYear])).toBe(0);
    expect(inYear({ everyYears: 2 }, '2026-07-23', [before, schoolYear])).toBe(1);
  });
  it('is the whole year, cut to the category', () =>
    expect(planned({ everyYears: 2 }, { since: '2027-01-06' })).toEqual(['2026/27: 2027-01-06 2027-07-21']));
  it.each([
    [1, '2026-09-01', 1],
    [1, '2025-09-01', 0],
    [2, '2026-09-01', 1],
    [2, '2025-09-01', 1],
    [3, '2026-09-01', 2],
    [3, '2025-09-01', 1],
    [3, '2024-09-01', 2],
  ])('%i times in two years, since %s', (times, since, windows) =>
    expect(inYear({ times, per: 'twoYears' }, since)).toBe(windows),
  );
});

describe('nothing is planned', () => {
  const span = { year: schoolYear, since: long };
  it('where no rhythm is laid down', () =>
    expect(supportDates(entitlement({ days: { amount: 2, per: 'term' } }), span)).toEqual([]));
  it('where it is given when asked for', () =>
    expect(supportDates(entitlement({ cadence: { everyWeeks: 1 }, onRequest: true }), span)).toEqual([]));
  it.each([{ everyWeeks: 2 }, { times: 1, per: 'term' }, { everyYears: 2 }] as const)(
    'where the category ends before the year: %j',
    (cadence) => expect(planned(cadence, { until: '2026-09-01' })).toEqual([]),
  );
});

describe('an allowance of days', () => {
  const allowed = (days: object, parts: Partial<SupportSpan> = {}) =>
    allowancesIn(entitlement({ days: days as never }), { year: schoolYear, since: long, ...parts });
  it('is for each part of the year that the academy is in the category for', () =>
    expect(allowed({ amount: 2, per: 'term' }, { since: '2027-01-11' })).toEqual([
      { label: 'Spring term', words: '2 days' },
      { label: 'Summer term', words: '2 days' },
    ]));
  it('is for the year', () =>
    expect(allowed({ amount: 10, per: 'year', upTo: true })).toEqual([{ label: '2026/27', words: 'up to 10 days' }]));
  it('is given once', () => expect(allowed({ amount: 2, per: 'once' })).toEqual([{ label: 'Once', words: '2 days' }]));
  it('is none outside the category', () => expect(allowed({ amount: 2, per: 'once' }, { until: long })).toEqual([]));
  it('is none where none is laid down', () =>
    expect(allowancesIn(entitlement(), { year: schoolYear, since: long })).toEqual([]));
});
