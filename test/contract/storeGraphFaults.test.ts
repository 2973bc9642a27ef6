import { provision } from '../../functions/adapters/graph/provision';
import type { Pace } from '../../functions/adapters/graph/pace';
import { StoreUnavailable } from '../../shared/application/ports/store';
import type { Created, Replaced, Store, Version } from '../../shared/application/ports/store';
import { change, changeId, framework, judged, review, signedOffReview, urnOf } from './documents';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(60_000);

let graph: LocalGraph;
let used = 1000;
const fresh = (): number => (used += 1);
const keyOf = (n: number): string => `${urnOf(n)}|2026/27|autumn`;

/** Counts the waiting and hardly waits. */
const quickPace = (): Pace & { readonly waits: number[] } => {
  const waits: number[] = [];
  return {
    waits,
    now: () => performance.now(),
    random: () => 0.5,
    sleep: async (milliseconds) => void waits.push(milliseconds),
  };
};

const items = /\/items(\/|\?|$)/;
const posts = { method: 'POST', url: /\/items$/ };
const patches = { method: 'PATCH', url: items };

const versionIn = (answer: Created | Replaced): Version => {
  if (answer.status !== 'created' && answer.status !== 'replaced') throw new Error(answer.status);
  return answer.version;
};

const countIn = async (n: number): Promise<number> =>
  (await graph.store().rows('reviews')).filter(({ key }) => key === keyOf(n)).length;

beforeAll(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [framework()]);
});
afterAll(() => graph.close());
beforeEach(() => graph.faults.reset());

/** A store whose memory is warm, so that scripted faults meet what the test is about. */
const warmStore = async (options: { pace?: Pace; patience?: number } = {}): Promise<Store> => {
  const store = graph.store({ pace: quickPace(), ...options });
  await store.rows('reviews');
  await store.rows('categoryChanges');
  return store;
};

describe('creating, when Graph is in trouble', () => {
  const troubles: readonly (readonly [string, () => void])[] = [
    ['503 with an empty body', () => graph.faults.answer(posts, { status: 503, emptyBody: true })],
    ['504 before the write', () => graph.faults.answer(posts, { status: 504 })],
    ['500', () => graph.faults.answer(posts, { status: 500 })],
    ['a connection that is cut before the write', () => graph.faults.dropBefore(posts)],
    ['a connection that is cut after the write', () => graph.faults.dropAfter(posts)],
    ['409', () => graph.faults.answer(posts, { status: 409 })],
    ['429 with a fractional Retry-After', () => graph.faults.answer(posts, { status: 429, retryAfter: 0.128 })],
  ];

  it.each(troubles)('creates once after %s', async (_, trouble) => {
    const store = await warmStore();
    const n = fresh();
    trouble();
    const created = await store.create('reviews', review(n));
    expect(created.status).toBe('created');
    expect(await countIn(n)).toBe(1);
    expect(await graph.store().load('reviews', keyOf(n))).toMatchObject({ version: versionIn(created) });
  });

  it('does not take somebody else’s item for its own when its answer is lost', async () => {
    const n = fresh();
    const [store, other] = [await warmStore(), await warmStore()];
    graph.faults.dropBefore(posts);
    const hold = graph.faults.holdBefore({ method: 'GET', url: /filter=fields/ });
    const creating = store.create('reviews', review(n));
    await hold.arrived;
    await other.create('reviews', judged(n, 'safeguarding', 'intervention'));
    hold.release();
    expect(await creating).toEqual({ status: 'exists' });
    expect(await other.load('reviews', keyOf(n))).toMatchObject({
      document: judged(n, 'safeguarding', 'intervention'),
    });
  });

  it('gives up after a bounded number of tries and says when to come back', async () => {
    const store = await warmStore();
    graph.faults.answer({ ...posts, times: 50 }, { status: 503, retryAfter: 7 });
    const fault: unknown = await store.create('reviews', review(fresh())).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StoreUnavailable);
    expect(fault).toMatchObject({ retryAfter: 7 });
  });

  it('refuses the second open change although the key is free, also after a lost answer', async () => {
    const store = await warmStore();
    const urn = urnOf(fresh());
    const [first, second] = [fresh(), fresh()];
    await store.create('categoryChanges', change(first, urn));
    graph.faults.dropBefore(posts);
    expect(await store.create('categoryChanges', change(second, urn))).toEqual({ status: 'exists' });
    expect(await store.load('categoryChanges', changeId(second))).toEqual({ status: 'absent' });
  });
});

describe('replacing, when Graph is in trouble', () => {
  const troubles: readonly (readonly [string, () => void])[] = [
    ['503 with an empty body', () => graph.faults.answer(patches, { status: 503, emptyBody: true })],
    ['504 before the write', () => graph.faults.answer(patches, { status: 504 })],
    ['502', () => graph.faults.answer(patches, { status: 502 })],
    ['a connection that is cut before the write', () => graph.faults.dropBefore(patches)],
    ['a connection that is cut after the write', () => graph.faults.dropAfter(patches)],
    ['409 although nobody wrote', () => graph.faults.answer(patches, { status: 409 })],
    ['423', () => graph.faults.answer(patches, { status: 423, code: 'resourceLocked' })],
    ['429 with a fractional Retry-After', () => graph.faults.answer(patches, { status: 429, retryAfter: 0.25 })],
  ];

  it.each(troubles)('replaces once after %s', async (_, trouble) => {
    const store = await warmStore();
    const n = fresh();
    const before = versionIn(await store.create('reviews', review(n)));
    trouble();
    const replaced = await store.replace('reviews', signedOffReview(n), before);
    expect(replaced.status).toBe('replaced');
    expect(await graph.store().load('reviews', keyOf(n))).toEqual({
      status: 'found',
      document: signedOffReview(n),
      version: versionIn(replaced),
    });
    // One write, whatever happened on the way.
    expect(revision(versionIn(replaced))).toBe(revision(before) + 1);
  });

  const revision = (version: Version): number => Number(/,(\d+)"$/.exec(version)?.[1]);

  it('calls it stale when the answer is lost and somebody else wrote', async () => {
    const [store, other] = [await warmStore(), await warmStore()];
    const n = fresh();
    const before = versionIn(await store.create('reviews', review(n)));
    graph.faults.dropBefore(patches);
    const hold = graph.faults.holdBefore({ method: 'GET', url: /\/items\/\d+\?/ });
    const replacing = store.replace('reviews', signedOffReview(n), before);
    await hold.arrived;
    await other.replace('reviews', judged(n, 'safeguarding', 'assured'), before);
    hold.release();
    expect(await replacing).toEqual({ status: 'stale' });
  });

  it('calls a 412 for its own earlier write replaced: a server on the way may have sent it twice', async () => {
    const store = await warmStore();
    const n = fresh();
    const before = versionIn(await store.create('reviews', review(n)));
    const first = await store.replace('reviews', signedOffReview(n), before);
    expect(await store.replace('reviews', signedOffReview(n), before)).toEqual(first);
  });

  it('calls it stale when the item was deleted', async () => {
    const store = await warmStore();
    const n = fresh();
    const before = versionIn(await store.create('reviews', review(n)));
    await graph.remove('reviews', keyOf(n));
    expect(await store.replace('reviews', signedOffReview(n), before)).toEqual({ status: 'stale' });
    expect(await store.load('reviews', keyOf(n))).toEqual({ status: 'absent' });
  });

  it('does not wait longer than a person would, and hands the wait on', async () => {
    const pace = quickPace();
    const store = await warmStore({ pace, patience: 3 });
    const n = fresh();
    const before = versionIn(await store.create('reviews', review(n)));
    graph.faults.answer(patches, { status: 429, retryAfter: 42.5 });
    const fault: unknown = await store.replace('reviews', signedOffReview(n), before).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StoreUnavailable);
    expect(fault).toMatchObject({ retryAfter: 43 });
    // Asked to wait, the whole app waits: the next request is not even sent.
    graph.faults.reset();
    await expect(store.load('reviews', keyOf(n))).rejects.toBeInstanceOf(StoreUnavailable);
    expect(graph.faults.usage.requests).toBe(0);
  });
});

describe('reading, when Graph is in trouble', () => {
  it('waits as long as a fractional Retry-After says, and then reads', async () => {
    const pace = quickPace();
    const store = graph.store({ pace });
    await store.rows('people');
    graph.faults.answer({ method: 'GET', url: /delta/ }, { status: 429, retryAfter: 2.128 });
    await store.rows('people');
    // What is left of it when the request comes to the gate again.
    expect(Math.max(...pace.waits)).toBeGreaterThan(2_000);
    expect(Math.max(...pace.waits)).toBeLessThanOrEqual(2_128);
  });

  it.each([500, 502, 503, 504])('reads again after %d', async (status) => {
    const store = await warmStore();
    graph.faults.answer({ method: 'GET', url: /delta/ }, { status, emptyBody: true });
    expect(Array.isArray(await store.rows('reviews'))).toBe(true);
  });

  it('says that the store cannot be reached when it stays away', async () => {
    const store = await warmStore();
    graph.faults.dropBefore({ method: 'GET', times: 50 });
    await expect(store.rows('reviews')).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.load('reviews', keyOf(fresh()))).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('says so too when the token service stays away', async () => {
    graph.faults.answer({ method: 'POST', url: /oauth2/, times: 50 }, { status: 503 });
    await expect(graph.store({ pace: quickPace() }).rows('reviews')).rejects.toBeInstanceOf(StoreUnavailable);
  });
});
