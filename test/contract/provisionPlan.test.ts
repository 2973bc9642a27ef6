import { z } from 'zod';
import { provision } from '../../functions/adapters/graph/provision';
import { kinds } from '../../functions/adapters/aggregates';
import { lists } from '../../functions/adapters/graph/lists';
import { framework } from './documents';
import { listening } from './listening';
import { siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(60_000);

let graph: LocalGraph;
beforeEach(async () => {
  graph = await startLocalGraph();
});
afterEach(() => graph.close());

const admin = () => graph.client('provisioning');
const run = (options: { dryRun?: boolean } = {}, models = [framework()]) =>
  provision(admin(), siteAddress, models, options);

interface OwnColumn {
  readonly name: string;
  readonly displayName?: string;
  readonly indexed?: boolean;
}
/** A list of the trust's own making, under a name that Assured needs. */
const makeOwn = async (displayName: string, columns: readonly OwnColumn[], facet: object = { text: {} }) => {
  const body = {
    displayName,
    list: { template: 'genericList' },
    columns: columns.map((one) => ({ ...one, ...facet })),
  };
  await admin().post(`${await graph.sitePath()}/lists`, body, z.unknown());
};

const State = z.object({
  value: z.array(z.object({ name: z.string(), displayName: z.string(), indexed: z.boolean() })),
});
const columnsOf = async (kind: (typeof kinds)[number]) =>
  (await admin().get(`${await graph.listPath(kind)}/columns`, State)).value;

/** How many requests would change something. */
const writesOf = async (act: () => Promise<unknown>): Promise<number> =>
  (await listening(act)).filter(({ method }) => method !== 'GET').length;

describe('a dry run', () => {
  it('of an empty site says what it would make, and makes nothing', async () => {
    expect(await writesOf(() => run({ dryRun: true }))).toBe(0);
    const { ok, lines } = await run({ dryRun: true });
    expect(ok).toBe(true);
    expect(lines).toHaveLength(kinds.length + 1);
    expect(lines[0]).toMatch(/^Would make the list Academies with \d+ columns\.$/);
    expect(lines.at(-1)).toBe('Nothing was changed.');
  });

  it('names exactly what the run then makes', async () => {
    await run();
    const wider = framework({
      version: 2,
      areas: [...framework().areas, { code: 'estates', name: 'Estates', group: 'education', scale: 'rag' }],
    });
    const planned = await run({ dryRun: true }, [wider]);
    expect(planned.lines.filter((line) => line.startsWith('Would'))).toEqual([
      'Would make the column AreaEstates (“Estates”) of the list Reviews.',
    ]);
    const done = await run({}, [wider]);
    expect(done.lines.filter((line) => line.startsWith('Made'))).toEqual([
      'Made the column AreaEstates of the list Reviews.',
    ]);
    expect((await run({ dryRun: true }, [wider])).lines.slice(0, -1)).toEqual(
      kinds.map((kind) => `The list ${lists[kind].title} is complete.`),
    );
  });

  it('says what it would complete', async () => {
    await makeOwn('Academies', [{ name: 'Key' }]);
    expect((await run({ dryRun: true })).lines).toContain(
      'Would complete the column Key of the list Academies: no value twice.',
    );
  });
});

describe('what stands in the way', () => {
  it('is said before anything is made, and nothing is taken away', async () => {
    await makeOwn('Reviews', [{ name: 'Document' }], { number: {} });
    expect(await writesOf(() => run())).toBe(0);
    const { ok, lines } = await run();
    expect(ok).toBe(false);
    expect(lines).toEqual([
      expect.stringContaining('the column Document of the list Reviews is of another kind'),
      'Nothing was changed.',
    ]);
  });

  it('is the twentieth index, with what to do about it', async () => {
    const own = Array.from({ length: 16 }, (_, i) => ({ name: `Own${i}`, indexed: true }));
    await makeOwn('Reviews', own);
    const { ok, lines } = await run();
    expect(ok).toBe(false);
    expect(lines[0]).toBe(
      'Not right: the list Reviews has 16 indexed columns, Assured needs 5 more ' +
        '(Key (for Assured), Academy, Year, Term or period, State), and SharePoint takes 20 in a list. ' +
        'Please remove 1 index of the trust’s own under List settings, Indexed columns, then run this again. ' +
        'No data is lost by that.',
    );
  });

  it('is no fewer indexes than SharePoint takes', async () => {
    await makeOwn(
      'Reviews',
      Array.from({ length: 15 }, (_, i) => ({ name: `Own${i}`, indexed: true })),
    );
    expect(await run()).toMatchObject({ ok: true });
    expect((await columnsOf('reviews')).filter(({ indexed }) => indexed)).toHaveLength(20);
  });

  it('is a list with more columns of text than SharePoint takes', async () => {
    await makeOwn(
      'Reviews',
      Array.from({ length: 245 }, (_, i) => ({ name: `Own${i}` })),
    );
    const { ok, lines } = await run();
    expect([ok, lines[0]]).toEqual([false, expect.stringContaining('the list Reviews would have 26')]);
  });

  it('is a key that stands in the list twice', async () => {
    await makeOwn('People', [{ name: 'Key', indexed: true }]);
    await graph.add('people', { Key: 'one' });
    await graph.add('people', { Key: 'one' });
    graph.faults.answer({ method: 'PATCH', url: /\/columns\/[^/]+$/ }, { status: 400 });
    const { ok, lines } = await run();
    expect(ok).toBe(false);
    expect(lines).toContainEqual(expect.stringContaining('the column Key of the list People holds a value twice'));
    expect(lines).toContain('Made the list Settings.');
  });

  it('is an index that SharePoint does not make for so many items', async () => {
    await run();
    await makeOwnIndexless();
    graph.faults.answer({ method: 'PATCH', url: /\/columns\/[^/]+$/ }, { status: 422 });
    const { ok, lines } = await run();
    expect(ok).toBe(false);
    expect(lines).toContainEqual(
      expect.stringContaining('did not make the index of the column State of the list Reviews'),
    );
  });
});

/** Somebody took the index from a column of Assured's. */
const makeOwnIndexless = async () => {
  await admin().patch(`${await graph.listPath('reviews')}/columns/State`, { indexed: false }, z.unknown());
};

describe('a column', () => {
  it('is called otherwise where the trust has one of that name', async () => {
    await makeOwn('Reviews', [{ name: 'Own', displayName: 'Attendance' }]);
    await run();
    const shown = (await columnsOf('reviews')).map(({ name, displayName }) => `${name}: ${displayName}`);
    expect(shown).toContain('Own: Attendance');
    expect(shown).toContain('AreaAttendance: Attendance (AreaAttendance)');
  });

  it('that the trust renamed keeps the trust’s name', async () => {
    await run();
    const path = `${await graph.listPath('reviews')}/columns/State`;
    await admin().patch(path, { displayName: 'Where it stands' }, z.unknown());
    await run();
    expect((await columnsOf('reviews')).find(({ name }) => name === 'State')?.displayName).toBe('Where it stands');
  });
});
