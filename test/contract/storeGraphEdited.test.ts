import { provision } from '../../functions/adapters/graph/provision';
import { StoreUnavailable, type Kind, type Store, type Version } from '../../shared/application/ports/store';
import { academy, change, changeId, decidedChange, framework, judged, review, urnOf } from './documents';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(60_000);

let graph: LocalGraph;
let store: Store;
let used = 9000;
const fresh = (): number => (used += 1);
const keyOf = (n: number): string => `${urnOf(n)}|2026/27|autumn`;

beforeAll(async () => {
  graph = await startLocalGraph();
  await provision(graph.client('provisioning'), siteAddress, [framework()]);
  await graph.store().create('settings', { name: 'framework:invented@1', framework: framework() });
});
afterAll(() => graph.close());
beforeEach(() => {
  graph.faults.reset();
  store = graph.store();
});

const idOf = async (kind: Kind, key: string): Promise<string> =>
  (await store.handEdits()).find((edit) => edit.kind === kind && edit.key === key)?.id ?? '';

/** A review in two versions of Assured's, then changed by hand. */
const edited = async (fields: Readonly<Record<string, string | null>>) => {
  const n = fresh();
  const made = await store.create('reviews', review(n));
  if (made.status !== 'created') throw new Error(made.status);
  await store.replace('reviews', judged(n, 'safeguarding', 'intervention'), made.version);
  await graph.edit('reviews', keyOf(n), fields);
  const key = fields['Key'] ?? keyOf(n);
  const id = await idOf('reviews', key);
  const item = await store.editedItem('reviews', id);
  if (!item) throw new Error('not edited');
  return { n, id, item };
};

describe('both versions of an item', () => {
  it('are told column by column, as people see them', async () => {
    const { item, n } = await edited({ AreaAttendance: 'Intervention', AreaSafeguarding: null, Year: '2027/28' });
    expect(item).toMatchObject({ kind: 'reviews', key: keyOf(n) });
    expect(item.differences).toHaveLength(3);
    expect(item.differences).toEqual(
      expect.arrayContaining([
        { column: 'Attendance', written: 'Assured', found: 'Intervention' },
        { column: 'Safeguarding', written: 'Intervention' },
        { column: 'Year', written: '2026/27', found: '2027/28' },
      ]),
    );
    expect(Date.parse(item.writtenAt ?? '')).toBeLessThanOrEqual(Date.parse(item.editedAt ?? ''));
  });

  it('are those of the last version that Assured wrote, however often it was edited since', async () => {
    const { item, n, id } = await edited({ Year: '2027/28' });
    await graph.edit('reviews', keyOf(n), { Year: '2028/29' });
    const again = await store.editedItem('reviews', id);
    expect(again?.differences).toEqual([{ column: 'Year', written: '2026/27', found: '2028/29' }]);
    expect(again?.version).not.toBe(item.version);
  });

  it('are told of the document and the check too', async () => {
    const { item } = await edited({ Document: '{}', Check: 'made up' });
    expect(item.differences.map(({ column }) => column).sort()).toEqual([
      'Check (for Assured)',
      'Document (for Assured)',
    ]);
    expect(item.differences.find(({ column }) => column.startsWith('Document'))?.found).toBe('{}');
  });

  it('are none of an item that stands as it was written, nor of one that is gone', async () => {
    const { id, n } = await edited({ Year: '2027/28' });
    await graph.edit('reviews', keyOf(n), { Year: '2026/27' });
    expect(await store.editedItem('reviews', id)).toBeUndefined();
    await graph.remove('reviews', keyOf(n));
    expect(await store.editedItem('reviews', id)).toBeUndefined();
  });

  it('are not had of an item that somebody added', async () => {
    const urn = urnOf(fresh());
    await graph.add('academies', { Title: 'By hand', Key: urn, Document: JSON.stringify(academy(1)) });
    const id = await idOf('academies', urn);
    const item = await store.editedItem('academies', id);
    expect(item).toMatchObject({ differences: [] });
    expect(item).not.toHaveProperty('writtenAt');
    expect(await store.putBack('academies', id, item?.version ?? ('' as Version))).toEqual({ status: 'notKept' });
  });

  it('are not had where the list keeps no versions', async () => {
    const { id, item } = await edited({ Year: '2027/28' });
    graph.faults.unsettled.versioning = false;
    expect(await store.editedItem('reviews', id)).not.toHaveProperty('writtenAt');
    expect(await store.putBack('reviews', id, item.version)).toEqual({ status: 'notKept' });
  });

  it('do not take a new area’s column for an edit', async () => {
    const n = fresh();
    const early = graph.store();
    await early.rows('reviews');
    const areas = [...framework().areas, { code: 'canteen', name: 'Canteen', group: 'education', scale: 'rag' }];
    await provision(graph.client('provisioning'), siteAddress, [framework({ version: 2, areas })]);
    await graph.store().create('reviews', judged(n, 'canteen', 'assured'));
    await graph.edit('reviews', keyOf(n), { Year: '2027/28' });
    const id = await idOf('reviews', keyOf(n));
    expect((await early.editedItem('reviews', id))?.differences).toEqual([
      { column: 'Year', written: '2026/27', found: '2027/28' },
    ]);
  });
});

describe('putting back what Assured wrote', () => {
  it('makes the item what it was, in one conditional write, believed at once', async () => {
    const { id, item, n } = await edited({ AreaAttendance: 'Intervention', Title: null, Row: '{}', Document: 'x' });
    expect(await store.putBack('reviews', id, item.version)).toEqual({ status: 'asWritten', key: keyOf(n) });
    expect(await store.load('reviews', keyOf(n))).toMatchObject({
      status: 'found',
      document: judged(n, 'safeguarding', 'intervention'),
    });
    expect((await store.rows('reviews')).map(({ key }) => key)).toContain(keyOf(n));
    expect((await graph.store().handEdits()).map(({ id: each }) => each)).not.toContain(id);
  });

  it('empties what somebody added', async () => {
    const { id, item, n } = await edited({ AreaEarlyYears: 'Assured', SignedOffAt: '2026-11-22T00:00:00Z' });
    await store.putBack('reviews', id, item.version);
    expect(await graph.store().load('reviews', keyOf(n))).toMatchObject({ status: 'found' });
  });

  it('gives an item its key again', async () => {
    const { id, item, n } = await edited({ Key: 'another key' });
    expect(await store.load('reviews', keyOf(n))).toEqual({ status: 'absent' });
    expect(await store.putBack('reviews', id, item.version)).toEqual({ status: 'asWritten', key: keyOf(n) });
    expect(await store.load('reviews', keyOf(n))).toMatchObject({ status: 'found' });
  });

  it('does nothing where it was edited again, and nothing twice', async () => {
    const { id, item, n } = await edited({ Year: '2027/28' });
    await graph.edit('reviews', keyOf(n), { Year: '2028/29' });
    expect(await store.putBack('reviews', id, item.version)).toEqual({ status: 'stale' });
    const now = await store.editedItem('reviews', id);
    expect(now?.differences[0]?.found).toBe('2028/29');
    await store.putBack('reviews', id, now?.version ?? item.version);
    const before = await store.load('reviews', keyOf(n));
    expect(await store.putBack('reviews', id, item.version)).toMatchObject({ status: 'asWritten' });
    expect(await store.load('reviews', keyOf(n))).toEqual(before);
  });

  it('tells where the item is gone', async () => {
    const { id, item, n } = await edited({ Year: '2027/28' });
    await graph.remove('reviews', keyOf(n));
    expect(await store.putBack('reviews', id, item.version)).toEqual({ status: 'absent' });
  });

  it('does not take the place of another open change', async () => {
    const urn = urnOf(fresh());
    const [first, second] = [fresh(), fresh()];
    await store.create('categoryChanges', change(first, urn));
    await graph.edit('categoryChanges', changeId(first), { OpenFor: 'nobody' });
    await store.create('categoryChanges', change(second, urn));
    const id = await idOf('categoryChanges', changeId(first));
    const item = await store.editedItem('categoryChanges', id);
    expect(await store.putBack('categoryChanges', id, item?.version ?? ('' as Version))).toEqual({ status: 'taken' });
    expect(await store.load('categoryChanges', changeId(second))).toMatchObject({ status: 'found' });
    await graph.remove('categoryChanges', changeId(second));
    await store.create('categoryChanges', decidedChange(second, urn));
  });

  it('knows what became of it where the answer was lost', async () => {
    const { id, item, n } = await edited({ Year: '2027/28' });
    graph.faults.dropAfter({ method: 'PATCH', url: /\/items\/\d+$/ });
    expect(await store.putBack('reviews', id, item.version)).toEqual({ status: 'asWritten', key: keyOf(n) });
    const other = await edited({ Year: '2027/28' });
    graph.faults.dropBefore({ method: 'PATCH', url: /\/items\/\d+$/ });
    await expect(store.putBack('reviews', other.id, other.item.version)).rejects.toBeInstanceOf(StoreUnavailable);
  });
});
