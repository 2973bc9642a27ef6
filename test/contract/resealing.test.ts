import { provision } from '../../functions/adapters/graph/provision';
import { sealed } from '../../functions/adapters/graph/belief';
import { checkColumn, documentColumn } from '../../functions/adapters/graph/columns';
import { codesOnly } from '../../functions/adapters/graph/names';
import { StoreOutOfReach } from '../../shared/application/ports/store';
import type { Kind } from '../../shared/application/ports/store';
import { academy, framework, judged, review, signedOffReview, urnOf } from './documents';
import { intercept } from './intercept';
import type { Interception } from './intercept';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';
import { everyDocument, keys, rawItems } from './sealing';

jest.setTimeout(120_000);

let graph: LocalGraph;
let way: Interception;
beforeEach(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [framework()]);
  way = intercept();
});
afterEach(async () => {
  way.restore();
  await graph.close();
});

const batch = /\/\$batch$/;
const keyOf = (n: number): string => `${urnOf(n)}|2026/27|autumn`;
const batches = () => way.sent.filter((line) => line.endsWith('/$batch')).length;

/** Reviews under the seal of the first key. */
const write = async (...numbers: readonly number[]): Promise<void> => {
  const outcomes = await graph.store(keys.first).createAll(
    'reviews',
    numbers.map((n) => review(n)),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(numbers.map(() => 'created'));
};

const reseal = async (kind: Kind = 'reviews') => {
  const all = await graph.store(keys.changing).seals.reseal();
  return all.find((each) => each.kind === kind);
};

const believed = async () => (await graph.store(keys.second).rows('reviews')).map(({ key }) => key).sort();

describe('sealing anew', () => {
  it('leaves what somebody else has written meanwhile as they wrote it', async () => {
    await write(1, 2, 3);
    way.next('POST', batch, async (send) => {
      const store = graph.store(keys.changing);
      const found = await store.load('reviews', keyOf(2));
      if (found.status !== 'found') throw new Error(found.status);
      expect(await store.replace('reviews', signedOffReview(2), found.version)).toMatchObject({ status: 'replaced' });
      await graph.remove('reviews', keyOf(3));
      return send();
    });
    expect(await reseal()).toEqual({ kind: 'reviews', resealed: 1, current: 1, unbelieved: [] });
    expect(await graph.store(keys.second).load('reviews', keyOf(2))).toMatchObject({
      status: 'found',
      document: signedOffReview(2),
    });
    expect(await believed()).toEqual([keyOf(1), keyOf(2)]);
  });

  it('goes on where somebody with the key from before has written meanwhile, and not where somebody did by hand', async () => {
    await write(1, 2);
    way.next('POST', batch, async (send) => {
      const store = graph.store(keys.first);
      const found = await store.load('reviews', keyOf(1));
      if (found.status !== 'found') throw new Error(found.status);
      await store.replace('reviews', signedOffReview(1), found.version);
      await graph.edit('reviews', keyOf(2), { Year: '2027/28' });
      return send();
    });
    expect(await reseal()).toMatchObject({ resealed: 1, current: 0, unbelieved: [{ key: keyOf(2) }] });
    const alone = graph.store(keys.second);
    expect(await alone.load('reviews', keyOf(1))).toMatchObject({ status: 'found', document: signedOffReview(1) });
    expect(await alone.load('reviews', keyOf(2))).toEqual({ status: 'editedByHand' });
  });

  it.each([
    ['carried out', true],
    ['not carried out', false],
  ])('settles a batch whose answer was lost, %s', async (_, carriedOut) => {
    await write(1, 2);
    const before = await rawItems(graph);
    way.next('POST', batch, async (send) => {
      if (carriedOut) await send();
      return new Response(null, { status: 504 });
    });
    expect(await reseal()).toMatchObject({ resealed: 2, current: 0, unbelieved: [] });
    expect(await believed()).toEqual([keyOf(1), keyOf(2)]);
    // Each was written once.
    const revision = (eTag: string): number => Number(/,(\d+)/.exec(eTag)?.[1]);
    const after = await rawItems(graph);
    expect(after.map(({ eTag }, i) => revision(eTag) - revision(before[i]?.eTag ?? ''))).toEqual([1, 1]);
  });

  it('does not touch the seal of a record that was changed by hand, whichever part of it was', async () => {
    await write(1, 2, 3, 4);
    await graph.edit('reviews', keyOf(1), { Document: JSON.stringify(signedOffReview(1)) });
    await graph.edit('reviews', keyOf(2), { Row: '{}' });
    await graph.edit('reviews', keyOf(3), { AreaAttendance: 'Assured' });
    const edited = [1, 2, 3].map(keyOf);
    // A batch is carried out in any order: what stands first in the list is not what was written first.
    const asTheyStand = async () => (await rawItems(graph)).filter(({ holds }) => edited.includes(String(holds.Key)));
    const before = await asTheyStand();
    expect(before).toHaveLength(3);
    const done = await reseal();
    expect(done).toMatchObject({ resealed: 1, current: 0 });
    expect(done?.unbelieved.map(({ key }) => key).sort()).toEqual(edited);
    expect(done?.unbelieved.filter(({ otherKey }) => otherKey)).toEqual([]);
    expect(await asTheyStand()).toEqual(before);
  });

  it('knows columns that were made since for no edit', async () => {
    const store = graph.store(keys.changing);
    await store.rows('reviews');
    const areas = [...framework().areas, { code: 'canteen', name: 'Canteen', group: 'education', scale: 'rag' }];
    await provision(graph.client('provisioning'), siteAddress, [framework({ version: 2, areas })]);
    await graph.store(keys.first).create('reviews', judged(1, 'canteen', 'assured'));
    expect((await store.seals.reseal()).find(({ kind }) => kind === 'reviews')).toMatchObject({ resealed: 1 });
  });

  it('is seen by a process that is running, to which nothing has happened', async () => {
    await write(1, 2);
    const running = graph.store(keys.changing);
    const before = (await running.rows('reviews')).map(({ key, row }) => ({ key, row }));
    expect(await running.seals.old()).toBe(2);
    await reseal();
    expect((await running.rows('reviews')).map(({ key, row }) => ({ key, row }))).toEqual(before);
    expect(await running.seals.old()).toBe(0);
    const found = await running.load('reviews', keyOf(1), 'toChange');
    if (found.status !== 'found') throw new Error(found.status);
    const replaced = await running.replace('reviews', signedOffReview(1), found.version);
    expect(replaced).toMatchObject({ status: 'replaced' });
  });
});

describe('a list of more than one page', () => {
  const many = 520;
  beforeEach(() => {
    graph.seed(
      'academies',
      Array.from({ length: many }, (_, n) => {
        const { projection, text, check } = sealed('academies', keys.first.checkKey, academy(n), codesOnly);
        return { ...projection, [documentColumn.name]: text, [checkColumn.name]: check };
      }),
    );
  });

  it('is sealed anew in batches, may break off, and is gone on with', async () => {
    const documents = await everyDocument(graph.store(keys.first));
    // Eight batches pass, then the permission is gone.
    for (let i = 0; i < 8; i += 1) way.next('POST', batch, (send) => send());
    for (let i = 0; i < 4; i += 1) way.next('POST', batch, async () => new Response('{}', { status: 403 }));
    await expect(reseal('academies')).rejects.toBeInstanceOf(StoreOutOfReach);
    expect(await graph.store(keys.changing).seals.old()).toBe(many - 160);
    const sent = batches();
    expect(await reseal('academies')).toMatchObject({ resealed: many - 160, current: 160, unbelieved: [] });
    expect(batches() - sent).toBe((many - 160) / 20);
    expect(await everyDocument(graph.store(keys.second))).toEqual(documents);
  });
});
