import { judged, review, signedOffReview, urnOf } from './documents';
import { created, fresh, keyOf, rowOf, type StoreUnderTest } from './storeUnderTest';

export const describeChanging = (subject: () => StoreUnderTest): void => {
  it('gives what a write may be decided on: a write with its version is accepted, or stale where somebody wrote', async () => {
    const { store } = subject();
    const n = fresh();
    const key = keyOf('reviews', review(n));
    const version = await created(store, 'reviews', review(n));
    const loaded = await store.load('reviews', key, 'toChange');
    expect(loaded).toMatchObject({ status: 'found', document: review(n), version });
    expect(await store.replace('reviews', signedOffReview(n), version)).toMatchObject({ status: 'replaced' });
    expect(await store.replace('reviews', judged(n, 'safeguarding', 'assured'), version)).toEqual({ status: 'stale' });
    expect(await store.load('reviews', key, 'toChange')).toMatchObject({ document: signedOffReview(n) });
  });

  it('runs an act in its turn and answers as it does, also after one that failed', async () => {
    const { store } = subject();
    const failing = store.inTurn('reviews', 'k', () => Promise.reject(new Error('Not this one.')));
    const next = store.inTurn('reviews', 'k', async () => 'done');
    await expect(failing).rejects.toThrow('Not this one.');
    expect(await next).toBe('done');
  });
};

export const describeReplacing = (subject: () => StoreUnderTest): void => {
  it('replaces what was loaded, and shows it at once', async () => {
    const { store } = subject();
    const n = fresh();
    const key = `${urnOf(n)}|2026/27|autumn`;
    const before = await created(store, 'reviews', review(n));
    await store.rows('reviews');
    const after = await store.replace('reviews', judged(n, 'safeguarding', 'intervention'), before);
    if (after.status !== 'replaced') throw new Error(after.status);
    expect(after.version).not.toBe(before);
    expect(await store.load('reviews', key)).toEqual({
      status: 'found',
      document: judged(n, 'safeguarding', 'intervention'),
      version: after.version,
    });
    expect(await rowOf(store, 'reviews', key)).toMatchObject({
      version: after.version,
      row: { levels: { attendance: 'assured', safeguarding: 'intervention' } },
    });
  });

  it('clears what the document no longer says', async () => {
    const { store } = subject();
    const n = fresh();
    const version = await created(store, 'reviews', judged(n, 'safeguarding', 'assured'));
    expect(await store.replace('reviews', review(n, { notApplicable: [] }), version)).toMatchObject({
      status: 'replaced',
    });
    const row = (await rowOf(store, 'reviews', `${urnOf(n)}|2026/27|autumn`))?.row;
    expect(row).toMatchObject({ notApplicable: [], levels: { attendance: 'assured' } });
    expect(row?.levels).not.toHaveProperty('safeguarding');
  });

  it('calls a write on an older version stale, and keeps what is there', async () => {
    const { store } = subject();
    const n = fresh();
    const old = await created(store, 'reviews', review(n));
    const next = await store.replace('reviews', judged(n, 'safeguarding', 'assured'), old);
    expect(await store.replace('reviews', judged(n, 'safeguarding', 'intervention'), old)).toEqual({ status: 'stale' });
    expect(await store.load('reviews', `${urnOf(n)}|2026/27|autumn`)).toMatchObject({
      document: judged(n, 'safeguarding', 'assured'),
      ...(next.status === 'replaced' && { version: next.version }),
    });
  });

  it('lets one of several writers at once through', async () => {
    const { store } = subject();
    const n = fresh();
    const version = await created(store, 'reviews', review(n));
    const changes = [
      judged(n, 'safeguarding', 'assured'),
      judged(n, 'safeguarding', 'intervention'),
      signedOffReview(n),
    ];
    const answers = await Promise.all(changes.map((document) => store.replace('reviews', document, version)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['replaced', 'stale', 'stale']);
    const winner = changes[answers.findIndex(({ status }) => status === 'replaced')];
    expect(await store.load('reviews', `${urnOf(n)}|2026/27|autumn`)).toMatchObject({ document: winner });
  });

  it('calls a write on something that is not there stale', async () => {
    const { store } = subject();
    const version = await created(store, 'reviews', review(fresh()));
    expect(await store.replace('reviews', review(fresh()), version)).toEqual({ status: 'stale' });
  });
};
