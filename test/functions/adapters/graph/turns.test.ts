import { createTurns } from '../../../../functions/adapters/graph/turns';

const held = () => {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, ended };
};
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('come one after another for one thing, in the order asked, and at once for different things', async () => {
    const turns = createTurns();
    const [first, begun] = [held(), new Array<string>()];
    const act = (name: string, until?: Promise<void>) => async () => {
      begun.push(name);
      await until;
      return name;
    };
    const all = [
      turns('a', act('a1', first.ended)),
      turns('a', act('a2')),
      turns('a', act('a3')),
      turns('b', act('b1')),
    ];
    await settled();
    expect(begun).toEqual(['a1', 'b1']);
    first.end();
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'b1']);
    expect(begun).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('do not wait for ever for one that does not end', async () => {
    jest.useFakeTimers();
    try {
      const turns = createTurns();
      void turns('a', () => new Promise<void>(() => undefined));
      const second = turns('a', async () => 'went ahead');
      await jest.advanceTimersByTimeAsync(10_000);
      expect(await second).toBe('went ahead');
    } finally {
      jest.useRealTimers();
    }
  });
});
