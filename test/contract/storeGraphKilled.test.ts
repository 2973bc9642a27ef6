import { spawn } from 'node:child_process';
import path from 'node:path';
import { provision } from '../../functions/adapters/graph/provision';
import type { Hold } from '../../local/graph/faults';
import { framework, review, urnOf } from './documents';
import { checkKey, siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';
import { commandsIn, noting } from './noting';

jest.setTimeout(120_000);

let graph: LocalGraph;

beforeAll(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [framework()]);
});
afterAll(() => graph.close());

const root = path.join(__dirname, '..', '..');

/** Kills a real process, with no chance to clean up, as soon as its request is held. */
const killedAt = async (hold: Hold, key: string, command: string): Promise<void> => {
  const script = path.join(__dirname, 'killedWriter.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, graph.origin, checkKey, key, command], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([hold.arrived, ended.then(() => Promise.reject(new Error('It ended before it was killed.')))]);
  child.kill('SIGKILL');
  await ended;
  hold.release();
};

const points: readonly (readonly [string, number, () => Hold, readonly string[]])[] = [
  ['before it has loaded', 1, () => graph.faults.holdBefore({ method: 'GET', url: /filter=fields/ }), []],
  ['after it has loaded', 2, () => graph.faults.holdAfter({ method: 'GET', url: /\/items\/\d+\?/ }), []],
  ['after it has written', 3, () => graph.faults.holdAfter({ method: 'PATCH' }), ['command-of-the-killed']],
];

describe('a process that is killed', () => {
  it.each(points)(
    '%s leaves the whole of its command or nothing, and it can be sent again',
    async (_, n, hold, left) => {
      const key = `${urnOf(9000 + n)}|2026/27|autumn`;
      const store = graph.store();
      await store.create('reviews', review(9000 + n));
      await killedAt(hold(), key, 'command-of-the-killed');
      expect((await commandsIn(store, key)).slice(1)).toEqual(left);
      expect(await noting(store, key, 'command-of-another')).toMatchObject({ ok: true });
      expect(await noting(store, key, 'command-of-the-killed')).toMatchObject({ ok: true });
      expect((await commandsIn(store, key)).slice(1).sort()).toEqual(['command-of-another', 'command-of-the-killed']);
    },
  );
});
