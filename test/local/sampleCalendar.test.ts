import { academicYear, easterSunday, startOfYear, yearName } from '../../local/sample/calendar';
import { addDays } from '../../shared/domain/day';
import { FrameworkRef } from '../../shared/schema/framework';

const framework = FrameworkRef.parse({ code: 'combinedAssurance', version: 1 });
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const starts = Array.from({ length: 60 }, (_, i) => 2010 + i);

describe('Easter Sunday', () => {
  it.each([
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
  ])('is on %s', (day) => expect(easterSunday(Number(day.slice(0, 4)))).toBe(day));
});

describe('the academic year of a day', () => {
  it.each([
    ['2026-08-31', '2025/26'],
    ['2026-09-01', '2026/27'],
    ['2027-01-15', '2026/27'],
    ['2028-02-29', '2027/28'],
    ['2099-12-31', '2099/00'],
  ])('%s is in %s', (day, year) => expect(yearName(startOfYear(day))).toBe(year));
});

describe('term dates', () => {
  it.each(starts)('of the year from %i are like an English school’s', (start) => {
    const [autumn, spring, summer] = academicYear(start, framework).terms;
    if (!autumn || !spring || !summer) throw new Error('three terms');
    const within = (day: string, from: string, to: string) =>
      expect([day, day >= from && day <= to]).toEqual([day, true]);
    within(autumn.startsOn, `${start}-09-02`, `${start}-09-08`);
    within(autumn.endsOn, `${start}-12-14`, `${start}-12-20`);
    within(spring.startsOn, `${start + 1}-01-04`, `${start + 1}-01-10`);
    within(spring.endsOn, `${start + 1}-03-12`, addDays(easterSunday(start + 1), -3));
    within(summer.startsOn, addDays(easterSunday(start + 1), 2), `${start + 1}-05-07`);
    within(summer.endsOn, `${start + 1}-07-18`, `${start + 1}-07-24`);
    expect([autumn, spring, summer].map(({ startsOn }) => weekday(startsOn))).toEqual([2, 2, 2]);
    expect([autumn, spring, summer].map(({ endsOn }) => weekday(endsOn))).toEqual([5, 5, 5]);
  });

  it.each(starts)('of the year from %i have a week of holiday in the middle of each term', (start) => {
    const { terms, closedOn } = academicYear(start, framework);
    const weeks = terms.map(({ halfTerm }) => halfTerm ?? { startsOn: '', endsOn: '' });
    expect(weeks.map(({ startsOn, endsOn }) => [weekday(startsOn), addDays(startsOn, 4) === endsOn])).toEqual(
      Array(3).fill([1, true]),
    );
    terms.forEach(({ startsOn, endsOn }, n) => {
      const week = weeks[n];
      expect([week, startsOn < (week?.startsOn ?? '') && (week?.endsOn ?? '~') < endsOn]).toEqual([week, true]);
    });
    const [october, february, may] = weeks;
    expect(october?.startsOn.slice(5, 7)).toBe('10');
    expect(october?.endsOn.slice(5, 7)).toBe('10');
    expect(addDays(october?.startsOn ?? '', 11).slice(5, 7)).toBe('11');
    expect(february?.startsOn.slice(5, 7)).toBe('02');
    expect([may?.startsOn.slice(5, 7), addDays(may?.startsOn ?? '', 7).slice(5, 7)]).toEqual(['05', '06']);
    expect(closedOn).toHaveLength(1);
    expect([weekday(closedOn[0] ?? ''), (closedOn[0] ?? '').slice(0, 7)]).toEqual([1, `${start + 1}-05`]);
    expect(Number((closedOn[0] ?? '').slice(8))).toBeLessThanOrEqual(7);
  });

  it('are the dates that schools printed', () => {
    const { terms, closedOn } = academicYear(2025, framework);
    expect(terms.map(({ halfTerm }) => halfTerm)).toEqual([
      { startsOn: '2025-10-27', endsOn: '2025-10-31' },
      { startsOn: '2026-02-16', endsOn: '2026-02-20' },
      { startsOn: '2026-05-25', endsOn: '2026-05-29' },
    ]);
    expect(closedOn).toEqual(['2026-05-04']);
  });
});
