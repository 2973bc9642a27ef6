import fc from 'fast-check';
import { addDays } from '../../../shared/domain/day';
import { isSendingDay, maySendAt, nextSendingAt, sendingDayFrom } from '../../../shared/domain/sendingHours';
import { dayOf } from '../../../shared/domain/words';
import { anySettings, schoolYear } from '../../support/builders/anyCalendar';

const at = (day: string, time: string): string => `${day}T${time}:00.000Z`;

describe('on an ordinary school day', () => {
  // A Wednesday in November: London is at UTC.
  it.each([
    ['07:29', false],
    ['07:30', true],
    ['12:00', true],
    ['17:59', true],
    ['18:00', false],
    ['23:59', false],
  ])('at %s people may be written to: %s', (time, allowed) => {
    expect(maySendAt(schoolYear, at('2026-11-25', time))).toBe(allowed);
  });

  it('the last second of the hours is still in them', () => {
    expect(maySendAt(schoolYear, '2026-11-25T17:59:59.999Z')).toBe(true);
  });
});

describe('around the clock changes', () => {
  it.each([
    // British Summer Time ends on Sunday 25 October 2026, in the half-term holiday; it begins on Sunday 28 March 2027.
    ['the last Wednesday of summer time', '2026-10-21T06:29:00.000Z', '2026-10-21T06:30:00.000Z'],
    ['the first Monday after it', '2026-11-01T22:00:00.000Z', '2026-11-02T07:30:00.000Z'],
    ['a Wednesday before summer time', '2027-03-24T07:00:00.000Z', '2027-03-24T07:30:00.000Z'],
    ['the first Monday in term in summer time', '2027-03-28T00:59:00.000Z', '2027-04-12T06:30:00.000Z'],
  ])('%s', (_, from, expected) => {
    expect(nextSendingAt(schoolYear, from)).toBe(expected);
    expect(maySendAt(schoolYear, expected)).toBe(true);
  });

  it('a term day on each side of the spring change keeps 07:30 in London', () => {
    const throughEaster = {
      ...schoolYear,
      years: schoolYear.years.map((year) => ({
        ...year,
        terms: year.terms.map((term) => ({ ...term, ...(term.term === 'spring' && { endsOn: '2027-04-02' }) })),
      })),
    };
    expect(nextSendingAt(throughEaster, '2027-03-26T18:00:00.000Z')).toBe('2027-03-29T06:30:00.000Z');
    expect(nextSendingAt(throughEaster, '2027-03-25T18:00:00.000Z')).toBe('2027-03-26T07:30:00.000Z');
    expect(maySendAt(throughEaster, '2027-03-29T17:00:00.000Z')).toBe(false);
    expect(maySendAt(throughEaster, '2027-03-26T17:00:00.000Z')).toBe(true);
  });
});

describe('days on which nobody is written to', () => {
  it.each([
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['the Friday before an ordinary weekend', '2026-11-27', true],
    ['a day of staff training', '2026-10-23', false],
    ['the last school day before half term, the closed day left out', '2026-10-22', false],
    ['the day before that', '2026-10-21', true],
    ['half term', '2026-10-28', false],
    ['the first day after half term', '2026-11-02', true],
    ['the last day of the term', '2026-12-18', false],
    ['the day before it', '2026-12-17', true],
    ['Christmas Eve', '2026-12-24', false],
    ['the last day before a bank holiday', '2027-04-30', true],
    ['a bank holiday', '2027-05-03', false],
    ['the last day of the year', '2027-07-21', false],
    ['the summer holiday', '2027-08-18', false],
    ['a weekday of a year that nobody has entered', '2027-09-01', true],
    ['a Saturday of such a year', '2027-09-04', false],
    ['a weekday before the calendar begins', '2024-03-06', true],
  ])('%s: %s', (_, day, allowed) => {
    expect(isSendingDay(schoolYear, day)).toBe(allowed);
    expect(maySendAt(schoolYear, at(day, '11:00'))).toBe(allowed);
  });

  it('a week of closed days is a holiday, two of them are not', () => {
    const closed = (days: readonly string[]) => ({
      ...schoolYear,
      years: schoolYear.years.map((year) => ({ ...year, closedOn: [...days] })),
    });
    expect(isSendingDay(closed(['2026-11-24', '2026-11-25', '2026-11-26']), '2026-11-23')).toBe(false);
    expect(isSendingDay(closed(['2026-11-24', '2026-11-25']), '2026-11-23')).toBe(true);
  });
});

/** Half-hours of three years, those of an autumn and a spring clock change among them. */
const instants = fc
  .integer({ min: 0, max: 3 * 365 * 48 })
  .map((halves) => new Date(Date.UTC(2025, 6, 1) + halves * 1_800_000).toISOString());

describe('the next time at which people may be written to', () => {
  it('is one, is not before the instant, and nothing allowed lies between', () => {
    fc.assert(
      fc.property(anySettings, instants, (settings, from) => {
        const next = nextSendingAt(settings, from);
        expect(maySendAt(settings, next)).toBe(true);
        expect(next >= from).toBe(true);
        const between = Math.min(Date.parse(next) - Date.parse(from), 40 * 86_400_000);
        const allowed = Array.from({ length: Math.ceil(between / 600_000) }, (_, n) => Date.parse(from) + n * 600_000)
          .filter((time) => time < Date.parse(next))
          .find((time) => maySendAt(settings, new Date(time).toISOString()));
        expect(allowed).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });

  it('is the instant itself while one may', () => {
    fc.assert(
      fc.property(anySettings, instants, (settings, from) => {
        expect(nextSendingAt(settings, from) === from).toBe(maySendAt(settings, from));
      }),
    );
  });

  it('is on the first sending day from the day on', () => {
    fc.assert(
      fc.property(anySettings, instants, (settings, from) => {
        const day = dayOf(from);
        const next = dayOf(nextSendingAt(settings, from));
        expect([sendingDayFrom(settings, day), sendingDayFrom(settings, addDays(day, 1))]).toContain(next);
      }),
    );
  });
});

it('hours that end before they begin last to the end of the day', () => {
  const turned = { ...schoolYear, delivery: { ...schoolYear.delivery, from: '16:00', until: '09:00' } };
  expect(maySendAt(turned, at('2026-11-25', '08:00'))).toBe(false);
  expect(maySendAt(turned, at('2026-11-25', '23:59'))).toBe(true);
  expect(nextSendingAt(turned, at('2026-11-26', '00:00'))).toBe(at('2026-11-26', '16:00'));
});
