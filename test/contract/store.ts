import type { Aggregates, Kind, Row, Store, Version } from '../../shared/application/ports/store';
import { aggregates, kinds } from '../../functions/adapters/aggregates';
import { Review } from '../../shared/schema/review';
import {
  academy,
  change,
  changeId,
  decidedChange,
  judged,
  oversizedReview,
  partlyAgreedReview,
  person,
  review,
  signedOffReview,
  storedFramework,
  urnOf,
} from './documents';

/** A store to be held to the contract, and the means to go behind its back. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Somebody changes what the item shows, outside the app. */
  readonly handEdit: (kind: Kind, key: string) => Promise<void>;
}

let used = 0;
/** A number that no other test of this run has used: the tests share one store. */
const fresh = (): number => (used += 1);

const created = async <K extends Kind>(store: Store, kind: K, document: Aggregates[K]): Promise<Version> => {
  const answer = await store.create(kind, document);
  if (answer.status !== 'created') throw new Error(`The ${kind} item was not created: ${answer.status}.`);
  return answer.version;
};

const rowOf = async <K extends Kind>(store: Store, kind: K, key: string): Promise<Row<K> | undefined> =>
  (await store.rows(kind)).find((row) => row.key === key);

const oneOfEach = (n: number): Aggregates => ({
  academies: academy(n, { pupils: 412, joinedOn: '2019-09-01', notApplicable: ['earlyYears'] }),
  people: person(n),
  reviews: review(n),
  categoryChanges: change(n, urnOf(n)),
  settings: storedFramework(n),
});

const describeReading = (subject: () => StoreUnderTest): void => {
  it.each(kinds)('keeps %s whole: what was created is loaded and stands in the rows', async (kind) => {
    const { store } = subject();
    const document = oneOfEach(fresh())[kind];
    const version = await created(store, kind, document);
    const key = keyOf(kind, document);
    expect(await store.load(kind, key)).toEqual({ status: 'found', document, version });
    expect(await rowOf(store, kind, key)).toEqual({ key, version, row: expectedRow(kind, document) });
  });

  it('shows in a row what the matrix reads, and leaves out what is not there', async () => {
    const { store } = subject();
    const [open, signed, decided] = [review(fresh()), signedOffReview(fresh()), decidedChange(fresh(), urnOf(fresh()))];
    await created(store, 'reviews', open);
    await created(store, 'reviews', signed);
    await created(store, 'categoryChanges', decided);
    expect((await rowOf(store, 'reviews', `${open.urn}|2026/27|autumn`))?.row).toStrictEqual({
      urn: open.urn,
      year: '2026/27',
      period: 'autumn',
      framework: { code: 'invented', version: 1 },
      state: 'open',
      sent: false,
      agreed: [],
      waitingSince: open.history[0]?.at,
      notApplicable: ['earlyYears'],
      levels: { attendance: 'assured' },
    });
    expect((await rowOf(store, 'reviews', `${signed.urn}|2026/27|autumn`))?.row).toMatchObject({
      state: 'signedOff',
      signedOffAt: '2026-11-22T09:40:12.345Z',
    });
    expect((await rowOf(store, 'categoryChanges', decided.id))?.row).toStrictEqual({
      id: decided.id,
      urn: decided.urn,
      state: 'decided',
      from: 'improve',
      to: 'sustain',
      effectiveFrom: '2027-01-01',
      decidedAt: '2026-11-22T09:40:12.345Z',
      proposedAt: '2026-11-22T09:40:12.345Z',
      framework: { code: 'invented', version: 1 },
    });
  });

  it('shows in a row who has agreed so far', async () => {
    const { store } = subject();
    const agreed = partlyAgreedReview(fresh());
    await created(store, 'reviews', agreed);
    expect((await rowOf(store, 'reviews', `${agreed.urn}|2026/27|autumn`))?.row).toMatchObject({
      state: 'awaitingSignOff',
      agreed: ['directorOfEducation', 'headTeacher'],
    });
  });

  it('shows in a row whether it was ever sent, also where it is open again', async () => {
    const { store } = subject();
    const n = fresh();
    const [opened] = review(n).history;
    const sent = review(n, { history: [opened, { ...opened, type: 'sentForSignOff', commandId: 'command-sent' }] });
    await created(store, 'reviews', sent);
    expect((await rowOf(store, 'reviews', keyOf('reviews', sent)))?.row).toMatchObject({ state: 'open', sent: true });
  });

  it('answers absent for a key that nobody has', async () => {
    expect(await subject().store.load('reviews', `${urnOf(fresh())}|2026/27|autumn`)).toEqual({ status: 'absent' });
  });
};

const keyOf = <K extends Kind>(kind: K, document: Aggregates[K]): string => aggregates[kind].keyOf(document);
const expectedRow = <K extends Kind>(kind: K, document: Aggregates[K]): unknown => aggregates[kind].rowOf(document);

const describeCreating = (subject: () => StoreUnderTest): void => {
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

const describeCreatingMany = (subject: () => StoreUnderTest): void => {
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

const describeChanging = (subject: () => StoreUnderTest): void => {
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

const describeReplacing = (subject: () => StoreUnderTest): void => {
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
