import { spawnSync } from 'node:child_process';
import path from 'node:path';

jest.setTimeout(600_000);

/** `who  JavaScript  ratio  files  …`, as the bench prints it. */
const lineOf = (text: string) => {
  const [who = '', scripts, ratio, , , readable, cells] = text.split(/ {2,}/);
  return { who, scripts: Number(scripts), ratio: Number(ratio), readable: Number(readable), cells: Number(cells) };
};

it('shows the matrix with at most 1.25 times the JavaScript of the bare page, whatever the size of the trust', () => {
  const { status, stdout } = spawnSync(process.execPath, [path.join('test', 'bench', 'bench.mjs'), 'tab', '--smoke'], {
    cwd: path.join(__dirname, '..', '..'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = stdout
    .split('\n')
    .filter((line) => /^(bare page|\d+ academies)/.test(line))
    .map(lineOf);
  expect(lines.map(({ who }) => who)).toEqual(['bare page', '10 academies × 28 areas', '100 academies × 28 areas']);
  const [bare, small, large] = lines;
  // The bare page is what it says: React, Fluent and teams-js, and not nothing.
  expect(bare?.scripts).toBeGreaterThan(80);
  expect(small?.ratio).toBeLessThanOrEqual(1.25);
  expect(large?.ratio).toBeLessThanOrEqual(1.25);
  // All of a small trust, and of a large one more than fits the window but not all 2,900.
  expect(small?.cells).toBe(10 * 29);
  expect(large?.cells).toBeGreaterThan(5 * 29);
  expect(large?.cells).toBeLessThan(60 * 29);
  expect(status).toBe(0);
});
