import { spawnSync } from 'node:child_process';
import path from 'node:path';

jest.setTimeout(400_000);

/** `task  who  time  requests  units  throttled  lost  doubled  words`, as the bench prints it. */
const lineOf = (text: string) => {
  const [task = '', who = '', ...numbers] = text.split(/ {2,}/);
  return { task, who, lost: Number(numbers[4]), doubled: Number(numbers[5]), words: numbers.slice(6).join(' ') };
};

it('runs every task of the bench, small, and ours loses and doubles nothing', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join('test', 'bench', 'bench.mjs'), 'store', '--smoke'],
    {
      cwd: path.join(__dirname, '..', '..'),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  expect(status).toBe(0);
  const lines = stdout
    .split('all of it:')[1]
    ?.split('\n')
    .filter((line) => line.startsWith('('))
    .map(lineOf);
  const tasks = (who: string) => lines?.filter((line) => line.who === who).map(({ task }) => task.slice(0, 3));
  expect(tasks('ours')).toEqual(['(a)', '(b)', '(c)', '(d)', '(e)', '(e)', '(e)']);
  expect(tasks('PnPjs')).toEqual(['(a)', '(b)', '(c)', '(d)']);
  expect(tasks('Graph SDK')).toEqual(['(a)', '(b)', '(c)', '(d)']);
  expect(lines?.filter(({ words }) => words.includes('failed'))).toEqual([]);
  for (const { lost, doubled } of lines?.filter(({ who }) => who === 'ours') ?? [])
    expect([lost, doubled]).toEqual([0, 0]);
});
