import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lists } from '../../functions/adapters/graph/lists';
import type { Kind } from '../../shared/application/ports/store';
import { administered } from './administered';
import { academy, person, urnOf } from './documents';

const { graph, run } = administered();

/** Writes an academy so often in all. */
const writeAcademy = async (times: number): Promise<void> => {
  const store = graph.store();
  await store.create('academies', academy(1));
  for (let n = 2; n <= times; n += 1) {
    const loaded = await store.load('academies', urnOf(1));
    if (loaded.status !== 'found') throw new Error(loaded.status);
    await store.replace('academies', academy(1, { name: `Written ${n} times` }), loaded.version);
  }
};
const keep = (kind: Kind, versions: number): void => {
  graph.faults.versionsKept = { [lists[kind].title]: versions };
};
const early =
  /^Whether every version is kept cannot be told yet of (.*): no item there was written more than 50 times\.$/m;

describe('how many versions the trust’s lists keep', () => {
  it('is still to be set where lists were made, and cannot be told of what was just written', async () => {
    const { said: made } = await run('provision');
    expect(made).toMatch(/Made the list Settings\.\nPlease set now how many versions/);
    const [, heading] = /docs\/lists\.md, ‘(.*)’/.exec(made) ?? [];
    expect(readFileSync(path.resolve('docs', 'lists.md'), 'utf8')).toContain(`\n### ${heading}\n`);
    await writeAcademy(1);
    const { ok, said } = await run('status');
    expect(ok).toBe(true);
    expect(early.exec(said)?.[1]).toBe('Academies, People, Reviews, CategoryChanges and Settings');
    expect(await run('provision')).toMatchObject({ ok: true, said: expect.stringMatching(early) as string });
  });

  it('is all, where the steps of the set-up were done', async () => {
    await run('provision');
    await writeAcademy(52);
    const { ok, said } = await run('status');
    expect(ok).toBe(true);
    expect(said).toContain('Academies: every version is kept; of the item that was written most often all 52.');
    expect(early.exec(said)?.[1]).toBe('People, Reviews, CategoryChanges and Settings');
  });

  it('is the latest 50, where nobody set it: said with what to do, by the end of provision too', async () => {
    await run('provision');
    keep('academies', 50);
    await writeAcademy(54);
    for (const command of ['status', 'provision']) {
      const { ok, said } = await run(command);
      expect([command, ok]).toEqual([command, false]);
      expect(said).toMatch(/^Academies: only the latest 50 versions of an item are kept, of 54\. Please set it/m);
    }
    // Another list of the site keeps what it is set to.
    await graph.store().create('people', person(1));
    expect((await run('status')).said).not.toMatch(/^People: only/m);
  });

  it('is none, where versions are switched off', async () => {
    await run('provision');
    graph.faults.unsettled.versioning = false;
    await writeAcademy(3);
    const { ok, said } = await run('status');
    expect(ok).toBe(false);
    expect(said).toMatch(/^Academies: no earlier versions are kept\. Please switch versions on/m);
  });
});
