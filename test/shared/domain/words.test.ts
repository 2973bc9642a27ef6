import {
  count,
  dayOf,
  formatDay,
  formatInstant,
  listWords,
  periodKindName,
  periodLabel,
  periodName,
  periodShort,
  periodWithArticle,
  phaseName,
  plural,
  recordPhrase,
  roleName,
  withArticle,
  yearFromPath,
  yearInPath,
} from '../../../shared/domain/words';
import { Phase } from '../../../shared/schema/framework';
import { Role } from '../../../shared/schema/people';
import { Period, Term } from '../../../shared/schema/ids';
import { autumn } from '../../support/builders/calendar';
import { lastYear, thisYear } from '../../support/builders/ids';

describe('days and instants', () => {
  it.each([
    ['2026-09-03', '3 September 2026'],
    ['2026-12-31', '31 December 2026'],
    ['2028-02-29', '29 February 2028'],
  ])('the day %s', (day, words) => expect(formatDay(day)).toBe(words));

  /** London is an hour ahead of UTC from 01:00 UTC on 29 March to 01:00 UTC on 25 October 2026. */
  it.each([
    ['2026-11-22T09:40:00Z', '22 November 2026, 09:40', '2026-11-22'],
    ['2026-07-01T09:40:00Z', '1 July 2026, 10:40', '2026-07-01'],
    ['2026-07-01T23:30:00Z', '2 July 2026, 00:30', '2026-07-02'],
    ['2026-12-31T23:59:59Z', '31 December 2026, 23:59', '2026-12-31'],
    ['2027-01-01T00:00:00Z', '1 January 2027, 00:00', '2027-01-01'],
    ['2026-03-29T00:59:00Z', '29 March 2026, 00:59', '2026-03-29'],
    ['2026-03-29T01:00:00Z', '29 March 2026, 02:00', '2026-03-29'],
    ['2026-10-24T23:30:00Z', '25 October 2026, 00:30', '2026-10-25'],
    ['2026-10-25T00:59:00Z', '25 October 2026, 01:59', '2026-10-25'],
    ['2026-10-25T01:00:00Z', '25 October 2026, 01:00', '2026-10-25'],
    ['2026-10-25T23:30:00Z', '25 October 2026, 23:30', '2026-10-25'],
    ['2026-11-20T10:00:00.123Z', '20 November 2026, 10:00', '2026-11-20'],
  ])('the instant %s', (instant, words, day) => {
    expect(formatInstant(instant)).toBe(words);
    expect(dayOf(instant)).toBe(day);
  });
});

describe('names', () => {
  it.each(Term.options)('the term %s', (period) => expect(periodName(period)).toBe(`${period} term`));
  it('a term with its year', () => expect(periodLabel(autumn)).toBe('Autumn term 2026/27'));
  it.each(Phase.options)('the phase %s has a name in words', (phase) =>
    expect(phaseName(phase)).toMatch(/^[A-Z][a-z0-9 -]+$/),
  );
  it.each(Role.def.options.flatMap((option) => option.shape.role.def.values))(
    'the role %s has a name in words',
    (role) => expect(roleName(role)).toMatch(/^(CEO|[A-Z][a-z ]+)$/),
  );
  it('no two roles or phases share one', () => {
    const names = [
      ...Phase.options.map(phaseName),
      ...Role.def.options.flatMap((option) => option.shape.role.def.values).map(roleName),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a year in an address', () => {
  it.each([thisYear, lastYear])('%s there and back', (year) => {
    expect(yearInPath(year)).toMatch(/^20\d\d-\d\d$/);
    expect(yearFromPath(yearInPath(year))).toBe(year);
  });
  it.each(['2026-28', '2026', '26-27', '', 'autumn', '2026-27-28', '1999-00'])('%s is none', (value) =>
    expect(yearFromPath(value)).toBeUndefined(),
  );
  it('the turn of a century follows on', () => expect(yearFromPath('2099-00')).toBe('2099/00'));
});

describe('lists and numbers', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('%j', (words, expected) => expect(listWords(words)).toBe(expected));
  it.each([
    [0, '0 areas'],
    [1, '1 area'],
    [2, '2 areas'],
  ])('%s', (n, words) => expect(count(n, 'area')).toBe(words));
  it('a plural of its own', () => expect(count(2, 'academy', 'academies')).toBe('2 academies'));
});

describe('periods in words', () => {
  type Words = readonly [name: string, label: string, short: string, phrase: string, kind: string, article: string];
  const cases: readonly (readonly [Period, ...Words])[] = [
    ['autumn', 'autumn term', 'Autumn term 2026/27', 'autumn', 'autumn term review', 'term', 'the autumn term'],
    [
      'spring2',
      'second half of the spring term',
      'Second half of the spring term 2026/27',
      'second half of the spring term',
      'second spring half-term review',
      'half term',
      'the second half of the spring term',
    ],
    ['m09', 'September', 'September 2026/27', 'September', 'September review', 'month', 'September'],
    ['m08', 'August', 'August 2026/27', 'August', 'August review', 'month', 'August'],
    ['f03', 'fortnight 3', 'Fortnight 3 of 2026/27', 'fortnight 3', 'fortnight 3 review', 'fortnight', 'fortnight 3'],
    ['year', 'year', '2026/27', '2026/27', '2026/27 review', 'year', 'the year'],
    [
      'twoYears',
      'two years',
      '2026/27 and 2027/28',
      '2026/27 and 2027/28',
      '2026/27 and 2027/28 review',
      'period',
      'the two years',
    ],
  ];
  it.each(cases)('%s', (period, ...words) => {
    const ref = { year: thisYear, period };
    expect([
      periodName(period),
      periodLabel(ref),
      periodShort(ref),
      recordPhrase(ref, 'review'),
      periodKindName(period),
      periodWithArticle(period),
    ]).toEqual(words);
  });
  it('every period has a label of its own', () => {
    const labels = Period.options.map((period) => periodLabel({ year: thisYear, period }));
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^([A-Z].*|)2026\/27/);
  });
  it('the record is called what the trust calls it', () =>
    expect(recordPhrase({ year: thisYear, period: 'year' }, 'risk assessment')).toBe('2026/27 risk assessment'));
});

describe('one and many', () => {
  it.each([
    ['review', 'reviews', 'a review'],
    ['risk assessment', 'risk assessments', 'a risk assessment'],
    ['category', 'categories', 'a category'],
    ['survey', 'surveys', 'a survey'],
    ['evaluation', 'evaluations', 'an evaluation'],
  ])('%s', (word, many, one) => expect([plural(word), withArticle(word)]).toEqual([many, one]));
});
