import fc from 'fast-check';
import { addDays } from '../../../shared/domain/day';
import {
  byDate,
  isDueSoon,
  isForTheLeader,
  isLeaderDue,
  isReminderDue,
  remindedFor,
} from '../../../shared/domain/reminders';
import { isOverdue } from '../../../shared/domain/overdue';
import { isSendingDay, sendingDayFrom } from '../../../shared/domain/sendingHours';
import { anySettings } from '../../support/builders/anyCalendar';
import { settings } from '../../support/builders/calendar';

/** Due on a Wednesday; it has waited since the Wednesday before. */
const item = { dueOn: '2026-11-25', since: '2026-11-18T09:00:00Z' };

describe('the days on which somebody is reminded', () => {
  const remindedOn = (last: string | undefined, days: readonly string[]): string[] => {
    const reminded: string[] = [];
    for (const today of days)
      if (isReminderDue(settings, [item], { last: reminded.at(-1) ?? last, today })) reminded.push(today);
    return reminded;
  };
  const from = (day: string, length: number) =>
    Array.from({ length }, (_, at) => addDays(day, at)).filter((each) => isSendingDay(settings, each));

  it('are two days before, the day itself, and weekly after it until the holidays', () => {
    expect(remindedOn(undefined, from('2026-11-18', 40))).toEqual([
      '2026-11-23',
      '2026-11-25',
      '2026-12-02',
      '2026-12-09',
      '2026-12-16',
    ]);
  });

  it('a stage in the holidays moves to the first day after them, once', () => {
    expect(remindedOn('2026-12-16', from('2026-12-17', 30))).toEqual(['2027-01-04', '2027-01-06', '2027-01-13']);
  });

  it('are not missed where nothing ran on the day itself', () => {
    expect(remindedOn('2026-11-23', ['2026-11-26', '2026-11-27'])).toEqual(['2026-11-26']);
  });

  it('begin after it began to wait: what came today was told today', () => {
    const fresh = { dueOn: '2026-11-25', since: '2026-11-24T09:00:00Z' };
    expect(remindedFor(settings, fresh, '2026-11-24')).toBeUndefined();
    expect(remindedFor(settings, fresh, '2026-11-25')).toBe('2026-11-25');
    expect(remindedFor(settings, { ...fresh, since: '2026-11-25T08:00:00Z' }, '2026-11-25')).toBeUndefined();
  });

  it('there are none for what has no date', () => {
    expect(isReminderDue(settings, [{ since: item.since }], { last: undefined, today: '2026-12-02' })).toBe(false);
  });
});

const days = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-10-01', n));

describe('whatever the calendar', () => {
  it('a day of reminding is one on which people are written to, and not later than the stage’s next one', () => {
    fc.assert(
      fc.property(anySettings, days, days, (any, dueOn, asked) => {
        const today = sendingDayFrom(any, asked);
        const day = remindedFor(any, { dueOn }, today);
        if (day === undefined) return;
        expect(isSendingDay(any, day)).toBe(true);
        expect(day <= today).toBe(true);
      }),
    );
  });

  it('nobody is reminded twice for one stage, and what is overdue is never forgotten', () => {
    fc.assert(
      fc.property(anySettings, days, (any, dueOn) => {
        const first = sendingDayFrom(any, dueOn);
        expect(isReminderDue(any, [{ dueOn }], { last: undefined, today: first })).toBe(true);
        expect(isReminderDue(any, [{ dueOn }], { last: first, today: first })).toBe(false);
        const week = sendingDayFrom(any, addDays(first, any.delivery.reminders.every));
        expect(isReminderDue(any, [{ dueOn }], { last: first, today: week })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is said of a date', () => {
  it.each([
    ['2026-11-24', true, true],
    ['2026-11-25', false, true],
    ['2026-11-27', false, true],
    ['2026-11-28', false, false],
  ])('%s seen from the 25th: overdue %s, soon %s', (dueOn, overdue, soon) => {
    expect(isOverdue({ dueOn }, '2026-11-25')).toBe(overdue);
    expect(isDueSoon(settings, { dueOn }, '2026-11-25')).toBe(soon);
  });

  it('without reminders before the date, soon means on it', () => {
    const reminders = { ...settings.delivery.reminders, before: [] };
    const none = { ...settings, delivery: { ...settings.delivery, reminders } };
    expect(isDueSoon(none, { dueOn: '2026-11-25' }, '2026-11-25')).toBe(true);
    expect(isDueSoon(none, { dueOn: '2026-11-26' }, '2026-11-25')).toBe(false);
  });

  it('who leads is told from the seventh day after it, and weekly at most', () => {
    expect(isForTheLeader(settings, { dueOn: '2026-11-18' }, '2026-11-24')).toBe(false);
    expect(isForTheLeader(settings, { dueOn: '2026-11-18' }, '2026-11-25')).toBe(true);
    expect(isLeaderDue({ last: undefined, today: '2026-11-25' })).toBe(true);
    expect(isLeaderDue({ last: '2026-11-19', today: '2026-11-25' })).toBe(false);
    expect(isLeaderDue({ last: '2026-11-18', today: '2026-11-25' })).toBe(true);
  });

  it('the longest overdue comes first, what has no date last, the rest as it came', () => {
    const items = [{ id: 1 }, { id: 2, dueOn: '2026-11-25' }, { id: 3, dueOn: '2026-11-20' }, { id: 4 }];
    expect(byDate(items).map(({ id }) => id)).toEqual([3, 2, 1, 4]);
  });
});
