import { loadSample } from '../../local/sample/loading';
import { sampleTrust } from '../../local/sample/samples';
import { kinds } from '../../functions/adapters/aggregates';
import { StoreUnavailable, type Created } from '../../shared/application/ports/store';
import { createFakeStore } from '../support/fakeStore';

const trust = sampleTrust('combinedAssurance', '2026-11-22');
const everything = 1 + 1 + 16 + 6 + 7 + 18;

const countRows = async (store: ReturnType<typeof createFakeStore>): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, (await store.rows(kind)).length] as const)));

describe('loading the sample', () => {
  it('writes every item once and counts on', async () => {
    const store = createFakeStore();
    const told: string[] = [];
    const loaded = await loadSample(store, trust, (done, all) => told.push(`${done}/${all}`));
    expect(loaded).toEqual({ created: everything, alreadyThere: 0 });
    expect(await countRows(store)).toEqual({ settings: 2, people: 16, academies: 6, categoryChanges: 7, reviews: 18 });
    // Settings, people, academies, changes of category, reviews.
    expect(told).toEqual([2, 18, 24, 31, everything].map((done) => `${done}/${everything}`));
  });

  it('leaves alone what is there', async () => {
    const store = createFakeStore();
    const changed = { ...trust.settings, trustName: 'Changed since' };
    await store.create('settings', changed);
    expect(await loadSample(store, trust)).toEqual({ created: everything - 1, alreadyThere: 1 });
    expect(await loadSample(store, trust)).toEqual({ created: 0, alreadyThere: everything });
    expect(await store.load('settings', 'trust')).toMatchObject({ document: { trustName: 'Changed since' } });
  });

  it('can be run again after the store failed', async () => {
    const store = createFakeStore();
    store.failNext('create', 'unavailable');
    await expect(loadSample(store, trust)).rejects.toThrow(StoreUnavailable);
    await loadSample(store, trust);
    expect((await countRows(store)).reviews).toBe(18);
  });

  it('writes one kind after another, and reviews after what they belong to', async () => {
    const [running, seen]: [Set<string>, string[]] = [new Set(), []];
    const slow = {
      async createAll(kind: string, documents: readonly unknown[]): Promise<readonly Created[]> {
        expect([...running]).toEqual([]);
        running.add(kind);
        seen.push(kind);
        await new Promise((resolve) => setImmediate(resolve));
        running.delete(kind);
        return documents.map(() => ({ status: 'exists' }));
      },
    };
    await loadSample(slow, trust);
    expect(seen).toEqual(['settings', 'people', 'academies', 'categoryChanges', 'reviews']);
  });

  it('counts on within a kind that holds many', async () => {
    const [academy] = trust.academies;
    if (!academy) throw new Error('The sample has no academy.');
    const many = { ...trust, academies: Array.from({ length: 200 }, (_, n) => ({ ...academy, name: `Academy ${n}` })) };
    const counts: number[] = [];
    const store = {
      createAll: async (_kind: string, documents: readonly unknown[]): Promise<readonly Created[]> =>
        documents.map(() => ({ status: 'exists' })),
    };
    await loadSample(store, many, (done) => counts.push(done));
    expect(counts).toEqual([2, 18, 98, 178, 218, 225, 243]);
  });

  it('stops where an item is too large', async () => {
    const refusing = {
      createAll: async (_kind: string, documents: readonly unknown[]): Promise<readonly Created[]> =>
        documents.map(() => ({ status: 'tooLarge' })),
    };
    await expect(loadSample(refusing, trust)).rejects.toThrow(
      "The sample's framework:combinedAssurance@1 is too large",
    );
  });
});
