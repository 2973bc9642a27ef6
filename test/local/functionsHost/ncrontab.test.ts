import fc from 'fast-check';
import { parseSchedule } from '../../../local/functionsHost/ncrontab';

const next = (expression: string, after: string) => parseSchedule(expression).next(new Date(after))?.toISOString();

describe('a schedule', () => {
  it.each([
    ['* * * * * *', '2026-11-22T10:00:00.000Z', '2026-11-22T10:00:01.000Z'],
    ['* * * * * *', '2026-11-22T10:00:00.999Z', '2026-11-22T10:00:01.000Z'],
    ['0 * * * * *', '2026-11-22T10:00:00.000Z', '2026-11-22T10:01:00.000Z'],
    ['*/20 * * * * *', '2026-11-22T10:00:41.000Z', '2026-11-22T10:01:00.000Z'],
    ['0 */15 * * * *', '2026-11-22T10:15:00.000Z', '2026-11-22T10:30:00.000Z'],
    ['0 5/15 * * * *', '2026-11-22T10:51:00.000Z', '2026-11-22T11:05:00.000Z'],
    ['0 0 8,17 * * *', '2026-11-22T08:00:00.000Z', '2026-11-22T17:00:00.000Z'],
    ['0 30 6-8 * * *', '2026-11-22T08:30:00.000Z', '2026-11-23T06:30:00.000Z'],
    ['0 0 0-20/10 * * *', '2026-11-22T10:00:00.000Z', '2026-11-22T20:00:00.000Z'],
    ['0 0 9 * * 1-5', '2026-11-20T09:00:00.000Z', '2026-11-23T09:00:00.000Z'],
    ['0 0 9 * * 0', '2026-11-20T09:00:00.000Z', '2026-11-22T09:00:00.000Z'],
    ['0 0 0 31 * *', '2026-11-22T00:00:00.000Z', '2026-12-31T00:00:00.000Z'],
    ['0 0 0 29 2 *', '2026-03-01T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
    ['0 0 0 29 2 *', '2096-03-01T00:00:00.000Z', '2104-02-29T00:00:00.000Z'],
    ['0 0 0 13 * 5', '2026-11-22T00:00:00.000Z', '2027-08-13T00:00:00.000Z'],
    ['59 59 23 31 12 *', '2026-12-31T23:59:59.000Z', '2027-12-31T23:59:59.000Z'],
  ])('%s after %s is %s', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it('that never comes has no next', () => {
    expect(next('0 0 0 31 2 *', '2026-01-01T00:00:00.000Z')).toBeUndefined();
  });

  it.each([
    '* * * * *',
    '0 0 0 0 0 0 0',
    '60 * * * * *',
    '* * 24 * * *',
    '* * * 0 * *',
    '* * * * 13 *',
    '* * * * * 7',
    '0 0 9 * * MON',
    '*/0 * * * * *',
    '5-3 * * * * *',
    '1,,2 * * * * *',
    '',
    '-1 * * * * *',
  ])('"%s" is refused', (expression) => {
    expect(() => parseSchedule(expression)).toThrow(/^Schedule /);
  });

  it('always gives a later moment that fits its fields', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 6 }),
        moment,
        (minute, hour, weekday, after) => {
          const at = parseSchedule(`0 ${minute} ${hour} * * ${weekday}`).next(after);
          expect(at?.getTime()).toBeGreaterThan(after.getTime());
          expect([at?.getUTCMinutes(), at?.getUTCHours(), at?.getUTCDay()]).toEqual([minute, hour, weekday]);
          expect((at?.getTime() ?? 0) - after.getTime()).toBeLessThanOrEqual(7 * 86_400_000);
        },
      ),
    );
  });
});
