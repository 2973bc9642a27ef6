import { Review } from '../../shared/schema/review';
import { change, changeId, decidedChange, judged, oversizedReview, review, urnOf } from './documents';
import { created, fresh, keyOf, type StoreUnderTest } from './storeUnderTest';

export const describeCreating = (subject: () => StoreUnderTest): void => {
  it('creates a key once: the second is told that it exists, and the first stays', async () => {
    const { store } = subject();
    const n = fresh();
    const version = await created(store, 'reviews', review(n));
    expect(await store.create('reviews', judged(n, 'safeguarding', 'intervention'))).toEqual({ status: 'exists' });
    expect(await store.create('reviews', review(n))).toEqual({ status: 'exists' });
    expect(await store.load('reviews', `${urnOf(n)}|2026/27|autumn`)).toMatchObject({ document: review(n), version });
  });

  it('lets one of several creators at once through', async () => {
    const { store } = subject();
    const n = fresh();
    const levels = ['assured', 'intervention', 'assured', 'intervention'];
    const answers = await Promise.all(levels.map((level) => store.create('reviews', judged(n, 'safeguarding', level))));
    expect(answers.map(({ status }) => status).sort()).toEqual(['created', 'exists', 'exists', 'exists']);
  });

  it('refuses a second open change for an academy until the first is closed', async () => {
    const { store } = subject();
    const urn = urnOf(fresh());
    const [first, second] = [fresh(), fresh()];
    const version = await created(store, 'categoryChanges', change(first, urn));
    expect(await store.create('categoryChanges', change(second, urn))).toEqual({ status: 'exists' });
    expect(await store.load('categoryChanges', changeId(second))).toEqual({ status: 'absent' });
    expect(await store.replace('categoryChanges', decidedChange(first, urn), version)).toMatchObject({
      status: 'replaced',
    });
    expect(await store.create('categoryChanges', change(second, urn))).toMatchObject({ status: 'created' });
  });

  it('writes nothing that is larger than an item holds', async () => {
    const { store } = subject();
    const n = fresh();
    const key = `${urnOf(n)}|2026/27|autumn`;
    expect(await store.create('reviews', oversizedReview(n))).toEqual({ status: 'tooLarge' });
    expect(await store.load('reviews', key)).toEqual({ status: 'absent' });
    const version = await created(store, 'reviews', review(n));
    expect(await store.replace('reviews', oversizedReview(n), version)).toEqual({ status: 'tooLarge' });
    expect(await store.load('reviews', key)).toMatchObject({ document: review(n), version });
  });

  it('writes nothing that does not fit its schema', async () => {
    const { store } = subject();
    const n = fresh();
    const wrong = { ...review(n), history: [] };
    expect(Review.safeParse(wrong).success).toBe(false);
    await expect(store.create('reviews', wrong)).rejects.toThrow();
    expect(await store.load('reviews', `${urnOf(n)}|2026/27|autumn`)).toEqual({ status: 'absent' });
  });
};

export const describeCreatingMany = (subject: () => StoreUnderTest): void => {
  it('answers each in the order given: created, taken, too large, of two with one key the first or the second', async () => {
    const { store } = subject();
    const [taken, big, twice] = [fresh(), fresh(), fresh()];
    await created(store, 'reviews', review(taken));
    const some = Array.from({ length: 45 }, () => review(fresh()));
    const all = [...some, review(taken), oversizedReview(big), review(twice), judged(twice, 'safeguarding', 'assured')];
    const answers = await store.createAll('reviews', all);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.slice(0, 47)).toEqual([...some.map(() => 'created'), 'exists', 'tooLarge']);
    expect(statuses.slice(47).sort()).toEqual(['created', 'exists']);
    const rows = new Map((await store.rows('reviews')).map((row) => [row.key, row.version]));
    some.forEach((document, i) => {
      const answer = answers[i];
      expect(answer).toEqual({ status: 'created', version: rows.get(keyOf('reviews', document)) });
    });
    expect(await store.load('reviews', keyOf('reviews', review(big)))).toEqual({ status: 'absent' });
  });

  it('completes what is missing when it is sent again', async () => {
    const { store } = subject();
    const all = Array.from({ length: 3 }, () => review(fresh()));
    await store.createAll('reviews', all.slice(0, 2));
    expect((await store.createAll('reviews', all)).map(({ status }) => status)).toEqual([
      'exists',
      'exists',
      'created',
    ]);
  });

  it('takes none at all', async () => {
    expect(await subject().store.createAll('reviews', [])).toEqual([]);
  });
};
