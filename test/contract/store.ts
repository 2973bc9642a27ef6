import { review, signedOffReview, urnOf } from './documents';
import { created, fresh, keyOf, oneOfEach, rowOf, type StoreUnderTest } from './storeUnderTest';
import { describeReading } from './storeReading';
import { describeCreating, describeCreatingMany } from './storeCreating';
import { describeChanging, describeReplacing } from './storeChanging';

const describeHandEdits = (subject: () => StoreUnderTest): void => {
  it.each(['academies', 'people', 'reviews', 'categoryChanges'] as const)(
    'does not believe an item of %s that was changed outside the app, and does not overwrite it',
    async (kind) => {
      const { store, handEdit } = subject();
      const document = oneOfEach(fresh())[kind];
      const key = keyOf(kind, document);
      const version = await created(store, kind, document);
      await handEdit(kind, key);
      expect(await store.load(kind, key)).toEqual({ status: 'editedByHand' });
      expect(await rowOf(store, kind, key)).toBeUndefined();
      expect(await store.replace(kind, document, version)).toEqual({ status: 'stale' });
      expect(await store.handEdits()).toContainEqual(expect.objectContaining({ kind, key }));
    },
  );

  it('reports nothing that the app itself wrote', async () => {
    const { store } = subject();
    const n = fresh();
    const version = await created(store, 'reviews', review(n));
    await store.replace('reviews', signedOffReview(n), version);
    expect((await store.handEdits()).map(({ key }) => key)).not.toContain(`${urnOf(n)}|2026/27|autumn`);
  });
};

/** What every store promises. `make` is called once; the tests use keys of their own. */
export const describeStore = (name: string, make: () => Promise<StoreUnderTest>): void =>
  describe(`${name} keeps the store's promises`, () => {
    let made: StoreUnderTest;
    beforeAll(async () => {
      made = await make();
    }, 60_000);
    const subject = (): StoreUnderTest => made;
    describe('reading', () => describeReading(subject));
    describe('creating', () => describeCreating(subject));
    describe('creating many', () => describeCreatingMany(subject));
    describe('changing', () => describeChanging(subject));
    describe('replacing', () => describeReplacing(subject));
    describe('edits by hand', () => describeHandEdits(subject));
  });
