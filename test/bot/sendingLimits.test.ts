import { createSendingLimits } from '../../bot/sendingLimits';

beforeEach(() => jest.useFakeTimers({ now: Date.parse('2026-11-20T10:00:00Z') }));
afterEach(() => jest.useRealTimers());

/** When each of so many turns came, in seconds from the first. */
const turnsOf = async (conversations: readonly string[], within: number): Promise<number[]> => {
  const limits = createSendingLimits();
  const start = Date.now();
  const times: number[] = [];
  for (const conversation of conversations)
    void limits.turn(conversation).then(() => times.push((Date.now() - start) / 1000));
  await jest.advanceTimersByTimeAsync(within * 1000);
  return times;
};

/** The most that fall into any stretch of so many seconds. */
const mostIn = (times: readonly number[], seconds: number): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + seconds).length));

describe('Teams’ limits', () => {
  it('are kept in one conversation, and used', async () => {
    const times = await turnsOf(
      Array.from({ length: 130 }, () => 'a:1'),
      120,
    );
    expect(times).toHaveLength(130);
    expect([mostIn(times, 1), mostIn(times, 2), mostIn(times, 30)]).toEqual([7, 8, 60]);
    expect(Math.max(...times)).toBeLessThan(70);
  });

  it('are kept in all conversations together, and used', async () => {
    const times = await turnsOf(
      Array.from({ length: 300 }, (_, i) => `a:${i}`),
      20,
    );
    expect(times).toHaveLength(300);
    expect(mostIn(times, 1)).toBe(50);
    expect(Math.max(...times)).toBeLessThan(6.5);
  });

  it('of one conversation keep no other waiting', async () => {
    const times = await turnsOf([...Array.from({ length: 20 }, () => 'a:1'), 'a:2'], 0.5);
    expect(times).toHaveLength(8);
  });
});
