import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSample } from '../../local/sample/loading';
import { sampleTrust } from '../../local/sample/samples';
import { announceMatter } from '../../shared/application/announceMatter';
import { reopenReview } from '../../shared/application/reopenReview';
import { sweepAnnouncements } from '../../shared/application/sweepAnnouncements';
import type { Store } from '../../shared/application/ports/store';
import { readSettings } from '../../shared/application/trust';
import { CommandId } from '../../shared/schema/ids';
import { createDeliveryMemory, createFakeClock, createFakeNotifier, deliveryOver } from '../support/fakeDelivery';
import { ask, partsFor, routeNamed } from '../functions/http/asking';
import { startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';
import { commanding, everyDocument, keys, rawItems } from './sealing';

jest.setTimeout(120_000);

/** A trust that changes its key, step by step as the guide to operations says. */
const trust = sampleTrust('combinedAssurance', '2026-11-22');
const clock = createFakeClock('2026-11-22T09:40:00.000Z');
const records = 49;
const holding = (role: string) => {
  const found = trust.people.find(({ roles }) => roles.some((each) => each.role === role));
  if (!found) throw new Error(`The sample has nobody who is ${role}.`);
  return found.id;
};
const director = holding('directorOfEducation');

const folder = mkdtempSync(path.join(tmpdir(), 'assured-key-'));
const framework = path.join(folder, 'framework.json');
writeFileSync(framework, JSON.stringify(trust.frameworks[0]));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let graph: LocalGraph;
let run: ReturnType<typeof commanding>;
beforeAll(async () => {
  graph = await startLocalGraph();
  run = commanding(graph);
  await run(keys.first, 'provision', framework);
  const store = graph.store(keys.first);
  await loadSample(store, trust);
  // Somebody is to be told of something.
  for (const [i, { urn, year, period }] of trust.reviews.slice(-3).entries()) {
    const commandId = CommandId.parse(`command-of-reopening-${i}`);
    const command = { commandId, urn, year, period, reason: 'Something is to be said.' };
    const reopened = await reopenReview({ store, clock, notifier: createFakeNotifier() })(holding('ceo'), command);
    if (!reopened.ok) throw new Error(reopened.refusal.code);
  }
});
afterAll(() => graph.close());

const memory = createDeliveryMemory(trust.people.map(({ id }) => id));
/** Announces whatever the sweep finds due, as often as there is something; answers how many it found. */
const announceAll = async (store: Store): Promise<number> => {
  const notifier = createFakeNotifier();
  const deps = { store, clock, notifier, ...deliveryOver(memory), sendAtAnyHour: true };
  await sweepAnnouncements(deps)();
  for (const matter of notifier.announced.splice(0)) await announceMatter(deps)(matter);
  return sweepAnnouncements(deps)();
};
const cards = () => [[...memory.cards.values()].map(({ version: _, ...card }) => card), [...memory.messages]];

const session = async (store: Store) => {
  const notifier = createFakeNotifier();
  const parts = partsFor({ store, clock, notifier, ...deliveryOver(createDeliveryMemory()) });
  return ask(parts, routeNamed('readSession'), { as: director });
};

const oneReview = () => {
  const [one] = trust.reviews;
  if (!one) throw new Error('The sample has no review.');
  return `${one.urn}|${one.year}|${one.period}`;
};

/** Writes what a record says already, as a write of the product's. */
const writtenAgain = async (store: Store, key: string): Promise<string> => {
  const found = await store.load('reviews', key);
  if (found.status !== 'found') return found.status;
  return (await store.replace('reviews', found.document, found.version)).status;
};

describe('with another key alone', () => {
  it('nothing is believed, and everybody reads why', async () => {
    const store = graph.store(keys.strange);
    expect((await everyDocument(store)).flat()).toEqual([]);
    await expect(readSettings(store)).rejects.toMatchObject({ name: 'StoreOutOfReach', why: 'otherKey' });
    expect(await session(store)).toMatchObject({ status: 503, body: { code: 'store.other-key' } });
  });

  it('nothing is written over', async () => {
    const before = await rawItems(graph);
    const store = graph.store(keys.strange);
    expect(await writtenAgain(store, oneReview())).toBe('editedByHand');
    expect(await store.createAll('reviews', trust.reviews)).toEqual(trust.reviews.map(() => ({ status: 'exists' })));
    const edits = await store.handEdits();
    expect(edits).toHaveLength(records);
    for (const { kind, id } of edits) {
      const item = await store.editedItem(kind, id);
      expect(item && (await store.putBack(kind, id, item.version))).toEqual({ status: 'notKept' });
    }
    const resealed = await run({ ...keys.strange, checkKeyBefore: keys.second.checkKey }, 'reseal');
    expect(resealed.ok).toBe(false);
    expect(resealed.said).toContain(`Left as they are, because no key fits: ${records} records.`);
    expect(await rawItems(graph)).toEqual(before);
  });

  it('the administrator reads what to check, and no list of records', async () => {
    const status = await run(keys.strange, 'status');
    expect(status.ok).toBe(false);
    expect(status.said).toContain(`${records} records carry the seal of another key.`);
    expect(status.said).toContain('Please check CHECK_KEY');
    expect(status.said).toContain('Academies: 0 items, and 6 that cannot be believed.');
    expect(status.said).not.toContain('Changed outside Assured');
    const exported = await run(keys.strange, 'export', path.join(folder, 'trust.json'));
    expect(exported.ok).toBe(false);
    expect(exported.said).toContain('Please check CHECK_KEY');
  });
});

describe('with a new key, and the one from before', () => {
  it('everything is believed, and status tells how many carry the old seal', async () => {
    const store = graph.store(keys.changing);
    expect(await everyDocument(store)).toEqual(await everyDocument(graph.store(keys.first)));
    expect(await session(store)).toMatchObject({ status: 200 });
    expect((await run(keys.changing, 'status')).said).toContain(`Sealed with CHECK_KEY_BEFORE: ${records} records.`);
    expect((await run(keys.first, 'status')).said).not.toContain('Sealed with');
  });

  it('whatever is written carries the new seal', async () => {
    expect(await writtenAgain(graph.store(keys.changing), oneReview())).toBe('replaced');
    expect((await run(keys.changing, 'status')).said).toContain(
      `Sealed with CHECK_KEY_BEFORE: ${records - 1} records.`,
    );
    expect(await graph.store(keys.second).load('reviews', oneReview())).toMatchObject({ status: 'found' });
    expect(await graph.store(keys.first).load('reviews', oneReview())).toEqual({ status: 'editedByHand' });
  });

  it('what was changed by hand is put back under the new seal', async () => {
    const [academy] = trust.academies;
    await graph.edit('academies', academy?.urn ?? '', { Title: 'Changed by hand' });
    const store = graph.store(keys.changing);
    const [edit] = await store.handEdits();
    const item = edit && (await store.editedItem(edit.kind, edit.id));
    expect(item?.differences).toEqual([{ column: 'Title', written: academy?.name, found: 'Changed by hand' }]);
    expect(item && (await store.putBack(item.kind, item.id, item.version))).toMatchObject({ status: 'asWritten' });
    const alone = graph.store(keys.second);
    expect(await alone.load('academies', academy?.urn ?? '')).toEqual(expect.objectContaining({ document: academy }));
  });
});

describe('reseal', () => {
  it('says first what it would do', async () => {
    const before = await rawItems(graph);
    const dry = await run(keys.changing, 'reseal', '--dry-run');
    expect(dry.ok).toBe(true);
    expect(dry.said).toContain(`Would seal ${records - 2} records anew. Nothing was changed.`);
    expect(await rawItems(graph)).toEqual(before);
  });

  it('changes the seal and nothing else, leaves alone what no key believes, and nobody gets a card', async () => {
    expect(await announceAll(graph.store(keys.changing))).toBe(0);
    const sent = cards();
    expect(memory.cards.size).toBeGreaterThan(2);
    const [first, second] = trust.people;
    await graph.edit('people', first?.id ?? '', { Title: 'Changed by hand' });
    const documents = await everyDocument(graph.store(keys.changing));
    const before = await rawItems(graph);

    const resealed = await run(keys.changing, 'reseal');
    expect(resealed.ok).toBe(false);
    expect(resealed.said).toContain(`Sealed ${records - 3} records anew.`);
    expect(resealed.said).toContain(`  People ${first?.id ?? ''}`);
    expect(resealed.said).not.toContain(second?.id ?? '');
    expect(resealed.said).not.toContain('another key');

    const after = await rawItems(graph);
    expect(after.map(({ name, holds }) => ({ name, holds }))).toEqual(
      before.map(({ name, holds }) => ({ name, holds })),
    );
    expect(after.filter(({ check }, i) => check !== before[i]?.check)).toHaveLength(records - 3);
    expect(after.filter(({ eTag }, i) => eTag !== before[i]?.eTag)).toHaveLength(records - 3);
    expect(await everyDocument(graph.store(keys.changing))).toEqual(documents);
    await graph.edit('people', first?.id ?? '', { Title: first?.name ?? '' });
    expect(await announceAll(graph.store(keys.changing))).toBe(0);
    expect(cards()).toEqual(sent);
  });

  it('goes on where something is left, and a second time writes nothing', async () => {
    const again = await run(keys.changing, 'reseal');
    expect(again).toMatchObject({ ok: true, said: expect.stringContaining('Sealed 1 record anew.') as string });
    expect(again.said).toContain('Every record carries the seal of CHECK_KEY');
    const before = await rawItems(graph);
    expect((await run(keys.changing, 'reseal')).said).toContain('Sealed 0 records anew.');
    expect(await rawItems(graph)).toEqual(before);
  });
});

describe('with the new key alone, afterwards', () => {
  it('everything is believed, as it was written with the first', async () => {
    const [settings = []] = (await everyDocument(graph.store(keys.second))).slice(-1);
    expect(settings).toHaveLength(2);
    expect((await everyDocument(graph.store(keys.second))).flat()).toHaveLength(records);
    expect(await session(graph.store(keys.second))).toMatchObject({ status: 200 });
    const status = await run(keys.second, 'status');
    expect(status.ok).toBe(true);
    expect(status.said).not.toMatch(/Sealed with|another key|Changed outside/);
  });

  it('the first key is believed no more', async () => {
    expect((await everyDocument(graph.store(keys.first))).flat()).toEqual([]);
  });
});

it('settings that were changed by hand are no wrong key, and people read so', async () => {
  await graph.edit('settings', 'trust', { Title: 'Another trust' });
  const store = graph.store(keys.second);
  expect(await session(store)).toMatchObject({ status: 503, body: { code: 'store.settings-edited' } });
  expect((await run(keys.second, 'status')).said).toContain('Changed outside Assured: Settings trust.');
});
