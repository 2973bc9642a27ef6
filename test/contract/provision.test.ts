import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AuthError } from '@azure/msal-node';
import { z } from 'zod';
import { createTokenSource } from '../../functions/adapters/entra/appToken';
import { createGraphClient } from '../../functions/adapters/graph/client';
import { GraphFault } from '../../functions/adapters/graph/graphFault';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { checkColumn, documentColumn } from '../../functions/adapters/graph/columns';
import { lists } from '../../functions/adapters/graph/lists';
import { provision } from '../../functions/adapters/graph/provision';
import { runCommand } from '../../functions/administration/commands';
import type { AdministrationParts } from '../../functions/administration/parts';
import { BadFramework, readFramework } from '../../functions/administration/frameworkFile';
import { kinds } from '../../functions/adapters/aggregates';
import { apps, tenant } from '../../local/settings';
import { framework, review } from './documents';
import { checkKey, siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(60_000);

const Columns = z.object({
  value: z.array(
    z.object({
      name: z.string(),
      displayName: z.string(),
      indexed: z.boolean(),
      enforceUniqueValues: z.boolean(),
      text: z.unknown().optional(),
    }),
  ),
});

let graph: LocalGraph;
beforeEach(async () => {
  graph = await startLocalGraph();
});
afterEach(() => graph.close());

const admin = () => graph.client('provisioning');
const columnsOf = async (kind: (typeof kinds)[number]) =>
  new Map(
    (await admin().get(`${await graph.listPath(kind)}/columns`, Columns)).value.map((column) => [column.name, column]),
  );

const shippedFrameworks = [readFramework(path.resolve('shared/frameworks/combinedAssurance.json'))];

describe('provisioning a site', () => {
  it('makes every list with its columns and indexes, and says so', async () => {
    const { ok, lines } = await provision(admin(), siteAddress, [framework()]);
    expect(ok).toBe(true);
    expect(lines).toEqual(kinds.map((kind) => `Made the list ${lists[kind].title}.`));
    for (const kind of kinds) {
      const there = await columnsOf(kind);
      for (const column of [...lists[kind].columns, documentColumn, checkColumn]) {
        expect(there.get(column.name)).toMatchObject({
          displayName: column.displayName,
          indexed: Boolean(column.indexed ?? column.unique),
          enforceUniqueValues: Boolean(column.unique),
        });
      }
    }
    expect((await columnsOf('reviews')).get('AreaEarlyYears')?.displayName).toBe('Early Years');
    expect((await columnsOf('reviews')).get('Document')?.text).toMatchObject({
      allowMultipleLines: true,
      textType: 'plain',
    });
  });

  it('changes nothing the second time', async () => {
    await provision(admin(), siteAddress, [framework()]);
    const store = graph.store();
    await store.create('reviews', review(1));
    const before = await Promise.all(kinds.map(columnsOf));
    const { ok, lines } = await provision(admin(), siteAddress, [framework()]);
    expect([ok, lines]).toEqual([true, kinds.map((kind) => `The list ${lists[kind].title} is complete.`)]);
    expect(await Promise.all(kinds.map(columnsOf))).toEqual(before);
    expect(await store.load('reviews', '200001|2026/27|autumn')).toMatchObject({ status: 'found' });
  });

  it('adds the areas of a further framework', async () => {
    await provision(admin(), siteAddress, [framework()]);
    const { lines } = await provision(admin(), siteAddress, [framework(), ...shippedFrameworks]);
    expect(lines).toContain('Made the column AreaPayroll of the list Reviews.');
    expect((await columnsOf('reviews')).has('AreaEarlyYears')).toBe(true);
  });

  it('completes a run that broke off, wherever it did', async () => {
    const requests = { method: 'POST', url: /\/lists$|\/columns$/ };
    for (const skip of [0, 1, 2]) {
      graph.faults.answer({ ...requests, skip }, { status: 403 });
      await expect(provision(admin(), siteAddress, [framework()])).rejects.toBeInstanceOf(GraphFault);
      graph.faults.reset();
    }
    expect(await provision(admin(), siteAddress, [framework()])).toMatchObject({ ok: true });
    expect((await columnsOf('settings')).get('Key')).toMatchObject({ enforceUniqueValues: true });
  });

  it('accepts what is there where the answer was lost', async () => {
    graph.faults.dropAfter({ method: 'POST', url: /\/lists$/, times: 5 });
    expect(await provision(admin(), siteAddress, [framework()])).toMatchObject({ ok: true });
    graph.faults.dropAfter({ method: 'POST', url: /\/columns$/, times: 50 });
    expect(await provision(admin(), siteAddress, shippedFrameworks)).toMatchObject({ ok: true });
    expect((await columnsOf('reviews')).has('AreaPayroll')).toBe(true);
  });

  it('adds what a list of that name lacks, and touches none of its own', async () => {
    const site = (await graph.sitePath()) + '/lists';
    const own = [
      { name: 'Key', text: {} },
      { name: 'Own', text: {} },
    ];
    await admin().post(
      site,
      { displayName: 'Academies', list: { template: 'genericList' }, columns: own },
      z.unknown(),
    );
    const { ok, lines } = await provision(admin(), siteAddress, []);
    expect(ok).toBe(true);
    expect(lines).toContain('Completed the column Key of the list Academies: no value twice.');
    expect(lines).toContain('Made the column Document of the list Academies.');
    expect((await columnsOf('academies')).get('Key')).toMatchObject({ indexed: true, enforceUniqueValues: true });
    expect((await columnsOf('academies')).has('Own')).toBe(true);
  });

  it('says what must be put right by hand', async () => {
    const wrong = [{ name: 'Document', number: {} }];
    await admin().post(
      `${await graph.sitePath()}/lists`,
      { displayName: 'People', list: { template: 'genericList' }, columns: wrong },
      z.unknown(),
    );
    const { ok, lines } = await provision(admin(), siteAddress, []);
    expect(ok).toBe(false);
    expect(lines.filter((line) => line.startsWith('Not right'))).toEqual([
      expect.stringContaining('column Document of the list People'),
    ]);
  });

  it('is not for the product’s own registration', async () => {
    const fault: unknown = await provision(graph.client('product'), siteAddress, []).catch((error: unknown) => error);
    expect(fault).toMatchObject({ status: 403 });
  });
});

describe('the administrator’s commands', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'assured-framework-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fileWith = (content: unknown): string => {
    const file = path.join(folder, 'framework.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const run = (...args: readonly string[]) =>
    runCommand((): AdministrationParts => {
      const client = admin();
      return {
        client,
        site: siteAddress,
        store: createGraphStore({ client, site: siteAddress, checkKey }),
        appId: 'tests',
      };
    }, args);
  const storable = shippedFrameworks[0];

  it('provision, store a framework once, and tell what is there', async () => {
    expect(await run('status')).toMatchObject({ ok: false });
    expect(await run('provision')).toMatchObject({ ok: true });
    const file = fileWith(storable);
    expect((await run('framework', file))?.lines.at(-1)).toBe('Stored the framework Combined assurance, version 1.');
    expect(await graph.store().load('settings', 'framework:combinedAssurance@1')).toMatchObject({
      document: { framework: storable },
    });
    expect((await run('framework', file))?.lines.at(-1)).toContain('is stored already');
    expect((await run('status'))?.lines).toContain('Settings: 1 items.');
  });

  it('make the columns of a framework before it can be chosen', async () => {
    await run('provision');
    await run(
      'framework',
      fileWith({
        ...storable,
        version: 2,
        areas: storable?.areas.map((area, i) => (i === 0 ? { ...area, code: 'newArea' } : area)),
      }),
    );
    expect((await columnsOf('reviews')).has('AreaNewArea')).toBe(true);
  });

  it.each([
    ['no JSON', '{', /line 1, column 2: The file ends/],
    ['no framework', { code: 'x' }, /version/],
    [
      'a framework that refers to what it has not',
      { ...storable, areas: [{ ...storable?.areas[0], scale: 'gone' }] },
      /scale/,
    ],
  ])('store nothing of %s', async (_, content, words) => {
    await run('provision');
    const fault: unknown = await run('framework', fileWith(content)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(BadFramework);
    expect(fault).toMatchObject({ message: expect.stringMatching(words) as string });
    expect(await graph.store().rows('settings')).toEqual([]);
  });

  it('are only these', async () => {
    expect(await run('remove')).toBeUndefined();
    expect(await run('constructor')).toBeUndefined();
    expect(await run()).toBeUndefined();
  });
});

describe('the app’s tokens', () => {
  const identity = () => ({
    tenantId: tenant.id,
    clientId: apps.product.id,
    authority: `${graph.origin}/${tenant.id}`,
    knownAuthorities: [new URL(graph.origin).host],
  });

  it('are asked for once, however many want one', async () => {
    const fetch = jest.spyOn(globalThis, 'fetch');
    const tokens = createTokenSource({ ...identity(), credentials: { kind: 'secret', secret: apps.product.secret } });
    const all = await Promise.all(Array.from({ length: 10 }, () => tokens()));
    expect(new Set(all).size).toBe(1);
    expect(
      fetch.mock.calls.filter(([url]) => typeof url === 'string' && url.includes('/oauth2/v2.0/token')),
    ).toHaveLength(1);
    await tokens();
    expect(
      fetch.mock.calls.filter(([url]) => typeof url === 'string' && url.includes('/oauth2/v2.0/token')),
    ).toHaveLength(1);
    fetch.mockRestore();
  });

  it('that are refused are no passing trouble', async () => {
    const tokens = createTokenSource({ ...identity(), credentials: { kind: 'secret', secret: 'wrong' } });
    const client = createGraphClient({ settings: { baseUrl: `${graph.origin}/`, customHosts: ['localhost'] }, tokens });
    await expect(client.get('/sites/root', z.unknown())).rejects.toBeInstanceOf(AuthError);
  });
});
