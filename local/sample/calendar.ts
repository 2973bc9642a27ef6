import { addDays, mondayOf, weekdayOf } from '../../shared/domain/day';
import { AcademicYear } from '../../shared/schema/settings';
import type { FrameworkRef } from '../../shared/schema/framework';
import { Year } from '../../shared/schema/ids';

const onDay = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const [monday, tuesday, friday] = [1, 2, 5];

const firstWeekdayFrom = (day: string, weekday: number): string => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

const schoolWeekFrom = (startsOn: string) => ({ startsOn, endsOn: addDays(startsOn, 4) });

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm, as Meeus gives it). */
export const easterSunday = (year: number): string => {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const moon = epact - Math.floor((golden + 11 * epact) / 319);
  const weekday = (2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - (year % 4) - moon + 32) % 7;
  const month = Math.floor((moon + weekday + 90) / 25);
  return onDay(year, month, (moon + weekday + month + 19) % 32);
};

/** The calendar year in which the academic year of a day begins: it runs from 1 September to 31 August. */
export const startOfYear = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) >= '09-01' ? 0 : 1);

/** '2026/27' for 2026. */
export const yearName = (start: number): Year => Year.parse(`${start}/${String((start + 1) % 100).padStart(2, '0')}`);

/** The holidays in the middle of the terms: the last full week of October, one in mid February, the last of May. */
const halfTermsOf = (start: number) => ({
  autumn: schoolWeekFrom(mondayOf(firstWeekdayFrom(onDay(start, 10, 25), friday))),
  spring: schoolWeekFrom(firstWeekdayFrom(onDay(start + 1, 2, 12), monday)),
  summer: schoolWeekFrom(firstWeekdayFrom(onDay(start + 1, 5, 25), monday)),
});

/**
 * An academic year with term dates as English schools have them: each term starts on a Tuesday, after a day of staff
 * training, and ends on a Friday; two weeks' holiday lie around Easter. The early May bank holiday is closed, too; the
 * one at the end of May is in the half-term holiday.
 */
export const academicYear = (start: number, framework: FrameworkRef): AcademicYear => {
  const easter = easterSunday(start + 1);
  const halfTerm = halfTermsOf(start);
  return AcademicYear.parse({
    year: yearName(start),
    framework,
    terms: [
      {
        term: 'autumn',
        startsOn: firstWeekdayFrom(onDay(start, 9, 2), tuesday),
        endsOn: firstWeekdayFrom(onDay(start, 12, 14), friday),
        halfTerm: halfTerm.autumn,
      },
      {
        term: 'spring',
        startsOn: firstWeekdayFrom(onDay(start + 1, 1, 4), tuesday),
        endsOn: addDays(easter, -9),
        halfTerm: halfTerm.spring,
      },
      {
        term: 'summer',
        startsOn: addDays(easter, 9),
        endsOn: firstWeekdayFrom(onDay(start + 1, 7, 18), friday),
        halfTerm: halfTerm.summer,
      },
    ],
    closedOn: [firstWeekdayFrom(onDay(start + 1, 5, 1), monday)],
  });
};
