import { spawnSync } from 'node:child_process';
import path from 'node:path';

jest.setTimeout(200_000);

const run = (...options: string[]) =>
  spawnSync(process.execPath, [path.join('test', 'bench', 'bench.mjs'), 'delivery', '--smoke', ...options], {
    cwd: path.join(__dirname, '..', '..'),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });

it('opens a small term and takes two decisions: every card arrives once, through faults that were met', () => {
  const { status, stdout } = run('--seed=7', '--shares=15,15,10');
  expect(stdout).toContain('seed 7');
  expect(stdout).toContain('cards due 30, delivered 30, twice 0, never 0, not due 0');
  const [, unsure, arrived] = /unsure (\d+), of which had arrived (\d+)/.exec(stdout) ?? [];
  const [, throttled, gateway, lost] =
    /ours: {2}\d+ requests; injected: (\d+) × 429, (\d+) × 502, (\d+)/.exec(stdout) ?? [];
  for (const met of [throttled, gateway, lost]) expect(Number(met)).toBeGreaterThan(0);
  expect([unsure, arrived]).toEqual([lost, lost]);
  const decisions = stdout.split('\n').filter((line) => line.startsWith('(decision)'));
  expect(decisions.map((line) => /\d+ cards stand/.exec(line)?.[0])).toEqual(['2 cards stand', '4 cards stand']);
  for (const line of decisions) expect(line).toContain('never 0, twice 0');
  expect(status).toBe(0);
});
