import { AcademicYear } from '../../shared/schema/settings';
import type { FrameworkRef } from '../../shared/schema/framework';
import { Year } from '../../shared/schema/ids';

const dayMs = 86_400_000;

/** A day that many days later, `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const onDay = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const friday = 5;
const tuesday = 2;

const firstWeekdayFrom = (day: string, weekday: number): string =>
  daysAfter(day, (weekday - new Date(`${day}T00:00:00Z`).getUTCDay() + 7) % 7);

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

/**
 * An academic year with term dates as English schools have them: each term starts on a Tuesday, after a day of staff
 * training, and ends on a Friday; two weeks' holiday lie around Easter.
 */
export const academicYear = (start: number, framework: FrameworkRef): AcademicYear => {
  const easter = easterSunday(start + 1);
  return AcademicYear.parse({
    year: yearName(start),
    framework,
    terms: [
      {
        term: 'autumn',
        startsOn: firstWeekdayFrom(onDay(start, 9, 2), tuesday),
        endsOn: firstWeekdayFrom(onDay(start, 12, 14), friday),
      },
      { term: 'spring', startsOn: firstWeekdayFrom(onDay(start + 1, 1, 4), tuesday), endsOn: daysAfter(easter, -9) },
      { term: 'summer', startsOn: daysAfter(easter, 9), endsOn: firstWeekdayFrom(onDay(start + 1, 7, 18), friday) },
    ],
  });
};
