import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { kinds } from '../../functions/adapters/aggregates';
import { runCommand } from '../../functions/administration/commands';
import { loadSample } from '../../local/sample/loading';
import { sampleTrust } from '../../local/sample/samples';
import { readMatrix } from '../../shared/application/readMatrix';
import type { Store } from '../../shared/application/ports/store';
import { Archive } from '../../shared/schema/archive';
import { createFakeClock } from '../support/fakeDelivery';
import { checkKey, siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(120_000);

const trust = sampleTrust('combinedAssurance', '2026-11-22');
const clock = createFakeClock('2026-11-22T09:40:00.000Z');
const folder = mkdtempSync(path.join(tmpdir(), 'assured-moving-'));
const file = path.join(folder, 'trust.json');
const framework = path.join(folder, 'framework.json');
writeFileSync(framework, JSON.stringify(trust.frameworks[0]));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (graph: LocalGraph, ...args: readonly string[]) =>
  runCommand(() => {
    const client = graph.client('provisioning');
    const store = createGraphStore({ client, site: siteAddress, checkKey, freshFor: 0 });
    return { client, site: siteAddress, store, appId: 'tests' };
  }, args);

const everyDocument = async (store: Store) =>
  Promise.all(
    kinds.map(async (kind) => (await store.everything(kind)).documents.map((one) => JSON.stringify(one)).sort()),
  );

describe('a trust that moves to another site', () => {
  let [from, to]: LocalGraph[] = [];
  const old = (): LocalGraph => from ?? fail();
  const fresh = (): LocalGraph => to ?? fail();
  const fail = (): never => {
    throw new Error('not started');
  };
  beforeAll(async () => {
    [from, to] = [await startLocalGraph(), await startLocalGraph()];
    await run(old(), 'provision', framework);
    await loadSample(old().store(), trust);
  });
  afterAll(async () => {
    await old().close();
    await fresh().close();
  });

  it('is exported whole, into a new file for its owner only', async () => {
    const exported = await run(old(), 'export', file);
    expect(exported?.lines[0]).toBe(
      `Exported Orchard Learning Trust (sample) to ${file}: 2 settings, 16 people, 6 academies, 7 category changes and 18 reviews.`,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.unfinished`)).toBe(false);
    const again = await run(old(), 'export', file);
    expect(again).toEqual({ ok: false, lines: [expect.stringContaining('is there already, and is not written over')] });
  });

  it('is looked at first: nothing is made', async () => {
    const planned = await run(fresh(), 'import', '--dry-run', file);
    expect(planned?.ok).toBe(true);
    expect(planned?.lines[0]).toMatch(/^Orchard Learning Trust \(sample\), exported on \d/);
    expect(planned?.lines).toContainEqual(expect.stringMatching(/^Would make the list Reviews with \d+ columns\.$/));
    expect(planned?.lines.at(-1)).toBe('Would write 49 records.');
    expect((await run(fresh(), 'status'))?.lines[0]).toBe('Academies: the list is missing.');
  });

  it('is written to an empty site, whose columns are made for its model', async () => {
    const imported = await run(fresh(), 'import', file);
    expect(imported?.lines.at(-1)).toBe('Wrote 49 records; 0 were there already.');
    expect(await everyDocument(fresh().store())).toEqual(await everyDocument(old().store()));
  });

  it('shows the same matrix, read from its rows', async () => {
    const director = trust.people.find(({ roles }) => roles.some(({ role }) => role === 'directorOfEducation'));
    const [period] = trust.reviews;
    if (!director || !period) throw new Error('The sample has no director, or no review.');
    const matrix = (graph: LocalGraph) => readMatrix({ store: graph.store(), clock })(director.id, period);
    const there = await matrix(fresh());
    expect(there).toEqual(await matrix(old()));
    expect(there.ok && there.value.rows.length).toBe(6);
  });

  it('a second time writes nothing', async () => {
    expect((await run(fresh(), 'import', file))?.lines.at(-1)).toBe('Wrote 0 records; 49 were there already.');
    expect((await run(fresh(), 'import', '--dry-run', file))?.lines.at(-1)).toBe(
      'Would write 0 records; 49 were there already.',
    );
  });

  it('is completed where a record is missing', async () => {
    await fresh().remove('academies', trust.academies[0]?.urn ?? '');
    expect((await run(fresh(), 'import', file))?.lines.at(-1)).toBe('Wrote 1 record; 48 were there already.');
  });

  it('is not written where something else is', async () => {
    await fresh().edit('people', trust.people[0]?.id ?? '', { Title: 'Changed by hand' });
    const before = await everyDocument(fresh().store());
    const refused = await run(fresh(), 'import', file);
    expect(refused?.ok).toBe(false);
    expect(refused?.lines).toContain(`  People: ${trust.people[0]?.id ?? ''} was changed outside Assured.`);
    expect(await everyDocument(fresh().store())).toEqual(before);
  });

  it('is not exported without what cannot be believed, unless that is asked for', async () => {
    const another = path.join(folder, 'another.json');
    const refused = await run(fresh(), 'export', another);
    expect(refused?.lines[0]).toBe(
      'Nothing was exported: 1 record was changed outside Assured and cannot be believed.',
    );
    expect(existsSync(another)).toBe(false);
    expect(await run(fresh(), 'export', '--leave-out-edited', another)).toMatchObject({ ok: true });
    expect(Archive.parse(JSON.parse(readFileSync(another, 'utf8'))).leftOut).toHaveLength(1);
  });

  it('is not read from a file that is not whole', async () => {
    const broken = path.join(folder, 'broken.json');
    writeFileSync(broken, readFileSync(file).subarray(0, 5000));
    expect((await run(fresh(), 'import', broken))?.lines[1]).toMatch(/The archive is not whole/);
    expect((await run(fresh(), 'import', path.join(folder, 'none.json')))?.lines[1]).toMatch(/There is no file/);
    expect((await run(fresh(), 'import', folder))?.lines[1]).toMatch(/is a folder/);
  });
});

describe('the commands', () => {
  const never = () => {
    throw new Error('nothing is asked');
  };
  it.each([
    ['export'],
    ['export', 'a.json', 'b.json'],
    ['export', '--dry-run', 'a.json'],
    ['import'],
    ['import', '--force', 'a.json'],
    ['status', 'a.json'],
  ])('%s %s %s are called otherwise, and nothing is done', async (...args) => {
    expect(await runCommand(never, args)).toBeUndefined();
  });
});
