import { together } from '../../functions/queues/together';

const setUp = () => {
  const runs: { readonly about: string; readonly end: (fault?: Error) => void }[] = [];
  const ask = together<string>(
    (about) => about,
    (about) =>
      new Promise<void>((resolve, reject) => {
        runs.push({ about, end: (fault) => (fault ? reject(fault) : resolve()) });
      }),
  );
  return { runs, ask };
};
const moment = () => new Promise((resolve) => setImmediate(resolve));

it('asks that come while one is under way are one run after it', async () => {
  const { runs, ask } = setUp();
  const first = ask('a');
  const others = [ask('a'), ask('a'), ask('a')];
  expect(runs).toHaveLength(1);
  runs[0]?.end();
  await first;
  await moment();
  expect(runs).toHaveLength(2);
  runs[1]?.end();
  await Promise.all(others);
  void ask('a');
  expect(runs).toHaveLength(3);
});

it('an ask during the run after is another one: it may have seen something newer', async () => {
  const { runs, ask } = setUp();
  void ask('a');
  void ask('a');
  runs[0]?.end();
  await moment();
  const late = ask('a');
  runs[1]?.end();
  await moment();
  expect(runs).toHaveLength(3);
  runs[2]?.end();
  await late;
});

it('other names do not wait', () => {
  const { runs, ask } = setUp();
  void ask('a');
  void ask('b');
  expect(runs.map(({ about }) => about)).toEqual(['a', 'b']);
});

it('a fault is told to those of its run, and the next one runs all the same', async () => {
  const { runs, ask } = setUp();
  const first = ask('a');
  const second = ask('a');
  runs[0]?.end(new Error('away'));
  await expect(first).rejects.toThrow('away');
  await moment();
  runs[1]?.end();
  await expect(second).resolves.toBeUndefined();
});
