import { provision } from '../../functions/adapters/graph/provision';
import type { Pace } from '../../functions/adapters/graph/pace';
import type { Store, Version } from '../../shared/application/ports/store';
import type { Framework } from '../../shared/schema/framework';
import { AreaCode } from '../../shared/schema/ids';
import { academy, framework, judged, review, signedOffReview, urnOf } from './documents';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(60_000);

let graph: LocalGraph;
let used = 2000;
const fresh = (): number => (used += 1);
const keyOf = (n: number): string => `${urnOf(n)}|2026/27|autumn`;

beforeAll(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [framework()]);
});
afterAll(() => graph.close());
beforeEach(() => graph.faults.reset());

const created = async (store: Store, n: number): Promise<Version> => {
  const answer = await store.create('reviews', review(n));
  if (answer.status !== 'created') throw new Error(answer.status);
  return answer.version;
};

const rowOf = async (store: Store, n: number) => (await store.rows('reviews')).find(({ key }) => key === keyOf(n));

/** A clock that stands still until it is moved. */
const steppingPace = (): Pace & { move(milliseconds: number): void } => {
  let time = 1_000_000;
  return {
    now: () => time,
    move: (milliseconds) => void (time += milliseconds),
    random: () => 0.5,
    sleep: async () => undefined,
  };
};

describe('what another process does', () => {
  it('is seen: created, changed, deleted', async () => {
    const [here, there] = [graph.store(), graph.store()];
    const n = fresh();
    await here.rows('reviews');
    const version = await created(there, n);
    expect(await rowOf(here, n)).toMatchObject({ version, row: { state: 'open' } });
    await there.replace('reviews', signedOffReview(n), version);
    expect(await rowOf(here, n)).toMatchObject({ row: { state: 'signedOff' } });
    await graph.remove('reviews', keyOf(n));
    expect(await rowOf(here, n)).toBeUndefined();
  });

  it('is seen after the delta link has expired too', async () => {
    const [here, there] = [graph.store(), graph.store()];
    const [kept, gone, late] = [fresh(), fresh(), fresh()];
    await created(there, kept);
    await created(there, gone);
    await here.rows('reviews');
    await graph.remove('reviews', keyOf(gone));
    await created(there, late);
    graph.faults.expireDeltaTokens();
    expect(await rowOf(here, kept)).toBeDefined();
    expect(await rowOf(here, gone)).toBeUndefined();
    expect(await rowOf(here, late)).toBeDefined();
  });
});

describe('what this process wrote', () => {
  it('is seen although the service’s lists lag behind', async () => {
    graph.faults.deltaLagMs = 60_000;
    const store = graph.store();
    const n = fresh();
    await store.rows('reviews');
    const version = await created(store, n);
    expect(await rowOf(store, n)).toMatchObject({ version });
    const replaced = await store.replace('reviews', signedOffReview(n), version);
    graph.faults.expireDeltaTokens();
    expect(await rowOf(store, n)).toMatchObject({
      row: { state: 'signedOff' },
      ...(replaced.status === 'replaced' && { version: replaced.version }),
    });
  });
});

describe('how often Graph is asked', () => {
  it('not at all while the memory is fresh, then once however many ask', async () => {
    const pace = steppingPace();
    const store = graph.store({ pace, freshFor: 2_000 });
    await Promise.all(Array.from({ length: 20 }, () => store.rows('reviews')));
    // Site, lists, columns, the delta link and one page.
    expect(graph.faults.usage.requests).toBe(5);
    pace.move(1_999);
    await store.rows('reviews');
    expect(graph.faults.usage.requests).toBe(5);
    pace.move(1);
    await Promise.all(Array.from({ length: 20 }, () => store.rows('reviews')));
    expect(graph.faults.usage.requests).toBe(6);
  });

  it('three times for a decision on something that is in memory: load, write, nothing to look for', async () => {
    const store = graph.store({ pace: steppingPace(), freshFor: 2_000 });
    const n = fresh();
    await store.rows('reviews');
    const version = await created(store, n);
    const before = graph.faults.usage.requests;
    await store.load('reviews', keyOf(n));
    await store.replace('reviews', signedOffReview(n), version);
    await store.rows('reviews');
    expect(graph.faults.usage.requests - before).toBe(2);
  });
});

describe('edits outside the app', () => {
  const handEdited = async (store: Store): Promise<readonly string[]> =>
    (await store.handEdits()).map(({ key }) => key);

  it('of the document alone are found by a process that never opened it, and not by its row', async () => {
    const n = fresh();
    await created(graph.store(), n);
    const document = JSON.stringify(judged(n, 'safeguarding', 'assured'));
    await graph.edit('reviews', keyOf(n), { Document: document });
    const store = graph.store();
    expect(await store.load('reviews', keyOf(n))).toEqual({ status: 'editedByHand' });
    expect(await rowOf(store, n)).toBeUndefined();
    expect(await handEdited(graph.store())).toContain(keyOf(n));
  });

  it.each([
    ['a level', { AreaAttendance: 'Intervention' }],
    ['a level that was not judged', { AreaSafeguarding: 'Assured' }],
    ['a level taken away', { AreaAttendance: null }],
    ['the state', { State: 'Signed off' }],
    ['the row', { Row: '{}' }],
    ['the row taken away', { Row: null }],
    ['the check', { Check: 'made.up' }],
    ['the check taken away', { Check: null }],
  ])('of %s are not believed', async (_, fields) => {
    const store = graph.store();
    const n = fresh();
    await created(store, n);
    await store.rows('reviews');
    await graph.edit('reviews', keyOf(n), fields);
    expect(await rowOf(store, n)).toBeUndefined();
    expect(await store.load('reviews', keyOf(n))).toEqual({ status: 'editedByHand' });
    expect(await handEdited(store)).toContain(keyOf(n));
  });

  it('are believed again once they are taken back', async () => {
    const store = graph.store();
    const n = fresh();
    await created(store, n);
    await store.rows('reviews');
    await graph.edit('reviews', keyOf(n), { State: 'Signed off' });
    expect(await rowOf(store, n)).toBeUndefined();
    await graph.edit('reviews', keyOf(n), { State: 'Being judged' });
    expect(await rowOf(store, n)).toMatchObject({ row: { state: 'open' } });
    expect(await handEdited(store)).not.toContain(keyOf(n));
  });

  it('of the columns that make one item look like another are not believed', async () => {
    const store = graph.store();
    const [n, other] = [fresh(), fresh()];
    await created(store, n);
    await graph.edit('reviews', keyOf(n), { Key: keyOf(other) });
    expect(await store.load('reviews', keyOf(other))).toEqual({ status: 'editedByHand' });
    expect(await rowOf(graph.store(), other)).toBeUndefined();
  });

  it('that add an item of their own are not believed', async () => {
    const store = graph.store();
    const urn = urnOf(fresh());
    await graph.add('academies', { Title: 'Added by hand', Key: urn, Document: JSON.stringify(academy(1)) });
    expect((await store.rows('academies')).map(({ key }) => key)).not.toContain(urn);
    expect(await store.load('academies', urn)).toEqual({ status: 'editedByHand' });
    expect(await handEdited(store)).toContain(urn);
  });

  it('are made out without the app’s key in vain', async () => {
    const [store, stranger] = [graph.store(), graph.store({ checkKey: 'another-key-of-somebody-else-0123456789' })];
    const n = fresh();
    await created(stranger, n);
    expect(await store.load('reviews', keyOf(n))).toEqual({ status: 'editedByHand' });
  });
});

describe('a framework with new areas', () => {
  const widened = (code: string): Framework =>
    framework({
      version: 2,
      areas: [...framework().areas, { code: AreaCode.parse(code), name: 'New area', group: 'education', scale: 'rag' }],
    });

  it('is judged on as soon as its columns are there, by a process that runs already', async () => {
    const [here, there] = [graph.store(), graph.store()];
    const n = fresh();
    await here.rows('reviews');
    await there.rows('reviews');
    await expect(there.create('reviews', judged(n, 'catering', 'assured'))).rejects.toThrow(/no column AreaCatering/);
    await provision(graph.client('provisioning'), siteAddress, [widened('catering')]);
    expect(await there.create('reviews', judged(n, 'catering', 'assured'))).toMatchObject({ status: 'created' });
    expect(await rowOf(here, n)).toMatchObject({ row: { levels: { catering: 'assured' } } });
    expect(await here.load('reviews', keyOf(n))).toMatchObject({ status: 'found' });
  });

  it('is known to lack its columns until they are made, also to a process that runs already', async () => {
    const store = graph.store();
    const areas = [...framework().areas.map(({ code }) => code), AreaCode.parse('transport')];
    expect(await store.areasWithoutColumn(areas)).toEqual(['transport']);
    await provision(graph.client('provisioning'), siteAddress, [widened('transport')]);
    expect(await store.areasWithoutColumn(areas)).toEqual([]);
  });

  it('is not taken for an edit by hand where an item is opened before the list was read again', async () => {
    const [here, there] = [graph.store({ pace: steppingPace(), freshFor: 2_000 }), graph.store()];
    const n = fresh();
    const version = await created(here, n);
    await here.rows('reviews');
    await provision(graph.client('provisioning'), siteAddress, [widened('estates')]);
    await there.replace('reviews', judged(n, 'estates', 'assured'), version);
    expect(await here.load('reviews', keyOf(n))).toMatchObject({
      status: 'found',
      document: judged(n, 'estates', 'assured'),
    });
    expect(await rowOf(here, n)).toMatchObject({ row: { levels: { estates: 'assured' } } });
  });
});
