import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InvocationContext } from '@azure/functions';
import { z } from 'zod';
import { sealed } from '../../functions/adapters/graph/belief';
import { checkColumn, documentColumn } from '../../functions/adapters/graph/columns';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { lists } from '../../functions/adapters/graph/lists';
import { codesOnly } from '../../functions/adapters/graph/names';
import { provision } from '../../functions/adapters/graph/provision';
import { runCommand } from '../../functions/administration/commands';
import { faultWords } from '../../functions/administration/faultWords';
import { healthHandler } from '../../functions/http/health';
import { apps } from '../../local/settings';
import { loadSample } from '../../local/sample/loading';
import { sampleTrust } from '../../local/sample/samples';
import { documentLimit } from '../../shared/application/ports/store';
import { lengthOf } from '../../shared/domain/room';
import type { Review } from '../../shared/schema/review';
import { createFakeClock, createFakeNotifier, createDeliveryMemory, deliveryOver } from '../support/fakeDelivery';
import { ask, createRecordedLog, partsFor, read, requestFor, routeNamed } from '../functions/http/asking';
import { academy, framework, person, review, urnOf } from './documents';
import { checkKey, siteAddress, startLocalGraph } from './localGraph';
import type { LocalGraph } from './localGraph';

jest.setTimeout(120_000);

const trust = sampleTrust('combinedAssurance', '2026-11-22');
const clock = createFakeClock('2026-11-22T09:40:00.000Z');
const holding = (role: string) => {
  const found = trust.people.find(({ roles }) => roles.some((each) => each.role === role));
  if (!found) throw new Error(`The sample has nobody who is ${role}.`);
  return found.id;
};
const director = holding('directorOfEducation');
const firstPeriod = { year: trust.reviews[0]?.year.replace('/', '-') ?? '', period: trust.reviews[0]?.period ?? '' };

const folder = mkdtempSync(path.join(tmpdir(), 'assured-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileWith = (content: unknown): string => {
  const file = path.join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
};

let graph: LocalGraph;
beforeEach(async () => {
  graph = await startLocalGraph();
});
afterEach(() => graph.close());

/** What the administrator's command says, also where it breaks off. */
const run = async (...args: readonly string[]): Promise<{ ok: boolean; said: string }> => {
  const client = graph.client('provisioning');
  const parts = { client, site: siteAddress, store: createGraphStore({ client, site: siteAddress, checkKey }) };
  try {
    const outcome = await runCommand(() => ({ ...parts, appId: 'tests' }), args);
    return { ok: outcome?.ok ?? false, said: outcome?.lines.join('\n') ?? 'called otherwise' };
  } catch (fault) {
    return { ok: false, said: faultWords(fault, { site: siteAddress, address: graph.origin }) };
  }
};

/** The product over the local Graph, with the sample in its lists. */
const product = async () => {
  await run('provision', fileWith(trust.frameworks[0]));
  const store = graph.store();
  await loadSample(store, trust);
  const log = createRecordedLog();
  const deps = { store, clock, notifier: createFakeNotifier(), ...deliveryOver(createDeliveryMemory()) };
  const parts = partsFor(deps, { log });
  return {
    store,
    log,
    session: () => ask(parts, routeNamed('readSession'), { as: director }),
    matrix: () => ask(parts, routeNamed('readMatrix'), { as: director, params: firstPeriod }),
  };
};

const grantOfProduct = async (): Promise<string> => {
  const site = await graph.sitePath();
  const Grants = z.object({
    value: z.array(
      z.object({
        id: z.string(),
        grantedToIdentitiesV2: z.array(z.object({ application: z.object({ id: z.string() }) })),
      }),
    ),
  });
  const { value } = Grants.parse(await graph.administer('GET', `${site}/permissions`));
  const grant = value.find((one) =>
    one.grantedToIdentitiesV2.some(({ application }) => application.id === apps.product.id),
  );
  if (!grant) throw new Error('The product has no permission to take away.');
  return `${site}/permissions/${grant.id}`;
};

const grantProduct = async (): Promise<void> => {
  const grantedToIdentities = [{ application: { id: apps.product.id, displayName: 'Assured' } }];
  const body = { roles: ['write'], grantedToIdentities };
  await graph.client('provisioning').post(`${await graph.sitePath()}/permissions`, body, z.unknown());
};

describe('a document near what an item holds', () => {
  const withLength = (n: number, characters: number): Review => {
    const event = (comment: string) => ({
      ...{ type: 'queried', commandId: 'command-queried', at: '2026-11-22T09:40:12.345Z' },
      ...{ by: '00000000-0000-4000-8000-0000000000aa', comment },
    });
    const queries = Array.from({ length: 29 }, () => event('é'.repeat(1860)));
    const filled = (rest: number) =>
      review(n, { history: [...review(n).history, ...queries, event('x'.repeat(rest))] });
    return filled(1 + characters - lengthOf(filled(1)));
  };

  it('is written and read back whole at the last character that fits, and not written at the next', async () => {
    await provision(graph.client('provisioning'), siteAddress, [framework()]);
    const store = graph.store();
    const fits = withLength(1, documentLimit);
    expect(lengthOf(fits)).toBe(documentLimit);
    expect(await store.create('reviews', fits)).toMatchObject({ status: 'created' });
    const key = `${urnOf(1)}|2026/27|autumn`;
    const found = await graph.store().load('reviews', key);
    expect(found).toMatchObject({ status: 'found', document: fits });
    const version = found.status === 'found' ? found.version : fail();
    expect(await store.replace('reviews', withLength(1, documentLimit + 1), version)).toEqual({ status: 'tooLarge' });
    expect(await graph.store().load('reviews', key)).toMatchObject({ status: 'found', version });
  });
});

const fail = (): never => {
  throw new Error('The document is not there.');
};

describe('a name of 300 characters', () => {
  const name = 'A very long name '.repeat(18).slice(0, 300);

  it('of an area is refused with its place, before anything is made', async () => {
    const [framework] = trust.frameworks;
    const areas = framework?.areas.map((area, i) => (i === 0 ? { ...area, name } : area));
    const { ok, said } = await run('framework', fileWith({ ...framework, areas }));
    expect(ok).toBe(false);
    expect(said).toMatch(/This framework cannot be used:\n {2}- areas\.0\.name.*(80|120)/);
    expect((await run('status')).said).toContain('Academies: the list is missing.');
  });

  it('of an academy in an archive is refused with its place, before anything is made', async () => {
    await product();
    const file = path.join(folder, 'whole.json');
    expect(await run('export', file)).toMatchObject({ ok: true });
    const archive = z.looseObject({ contents: z.looseObject({ academies: z.array(z.looseObject({})) }) });
    const whole = archive.parse(JSON.parse(readFileSync(file, 'utf8')));
    const academies = whole.contents.academies.map((academy, i) => (i === 1 ? { ...academy, name } : academy));
    const { ok, said } = await run('import', fileWith({ ...whole, contents: { ...whole.contents, academies } }));
    expect(ok).toBe(false);
    expect(said).toMatch(/This archive cannot be used:[^]*academies/i);
  });

  it('comes from no record: with the longest names that there may be, each is written and believed', async () => {
    await run('provision');
    const store = graph.store();
    const longest = 'Ä “quoted” 🏫 name & so on, '.repeat(5).slice(0, 120).trim();
    const urns = Array.from({ length: 20 }, (_, n) => n + 1);
    for (const n of urns) await store.create('academies', academy(n, { name: longest }));
    const roles = urns.map((n) => ({ role: 'headTeacher', academy: urnOf(n) }));
    const head = person(1, { name: longest, jobTitle: longest, roles });
    expect(await store.create('people', head)).toMatchObject({ status: 'created' });
    expect((await graph.store().rows('people')).map(({ row }) => row)).toEqual([head]);
    expect(await graph.store().handEdits()).toEqual([]);
  });
});

describe('a site that the app may not open', () => {
  it('is said to the person at work, to the operator and on the health page, and passes when it is granted again', async () => {
    const { session, log, store } = await product();
    expect(await session()).toMatchObject({ status: 200 });
    await graph.administer('DELETE', await grantOfProduct());
    const answer = await session();
    expect(answer).toMatchObject({ status: 503, body: { code: 'store.no-access' } });
    expect(answer.body).toMatchObject({
      detail: expect.stringMatching(/Nothing is lost.*tell your administrator/) as string,
    });
    expect(answer.headers.get('retry-after')).toBeNull();
    expect(log.lines.at(-1)).toMatchObject({ event: 'http.fault', fault: { why: 'noAccess', cause: { status: 403 } } });
    const health = healthHandler({ checks: { records: () => store.rows('settings') }, log, now: () => 0 });
    const told = read(await health(requestFor({}), new InvocationContext()));
    expect(told).toMatchObject({ status: 503, body: { status: 'failing', checks: { records: 'failing' } } });
    await grantProduct();
    expect(await session()).toMatchObject({ status: 200 });
  });

  it('is said to the administrator, who reads which registration and which permission', async () => {
    const client = graph.client('product');
    const store = createGraphStore({ client, site: siteAddress, checkKey });
    await graph.administer('DELETE', await grantOfProduct());
    for (const command of ['provision', 'status']) {
      const fault: unknown = await runCommand(
        () => ({ client, site: siteAddress, store, appId: 'tests' }),
        [command],
      ).catch((error: unknown) => error);
      expect(faultWords(fault, { site: siteAddress })).toMatch(
        /may not manage the lists of https:.*Sites\.FullControl\.All/,
      );
    }
  });
});

describe('a list that was deleted', () => {
  it('is said in the product and by the commands; made anew, it is found without a restart', async () => {
    const { session, matrix } = await product();
    expect(await matrix()).toMatchObject({ status: 200 });
    const backup = path.join(folder, 'backup.json');
    await run('export', backup);
    await graph.administer('DELETE', await graph.listPath('reviews'));
    for (const again of [1, 2]) {
      const answer = await matrix();
      expect([again, answer]).toMatchObject([again, { status: 503, body: { code: 'store.list-missing' } }]);
      expect(answer.body).toMatchObject({ detail: expect.stringMatching(/recycle bin/) as string });
    }
    expect(await session()).toMatchObject({ status: 503, body: { code: 'store.list-missing' } });
    expect(await run('status')).toMatchObject({
      ok: false,
      said: expect.stringMatching(/Reviews: the list is missing\.[^]*recycle bin/) as string,
    });
    expect(await run('export', path.join(folder, 'after.json'))).toMatchObject({
      ok: false,
      said: expect.stringMatching(/^The site lacks 1 list: Reviews\.\n.*recycle bin.*93 days/) as string,
    });
    expect(await run('import', backup)).toMatchObject({ ok: true });
    const after = await matrix();
    expect(after).toMatchObject({ status: 200 });
    expect(JSON.stringify(after.body)).toContain(trust.academies[0]?.name ?? '?');
  });

  it('while a process runs that has never seen it, is found once it is made', async () => {
    const store = graph.store();
    await expect(store.rows('reviews')).rejects.toMatchObject({
      why: 'listMissing',
      message: expect.stringContaining(lists.reviews.title) as string,
    });
    await run('provision');
    expect(await store.rows('reviews')).toEqual([]);
  });
});

/** Beyond SharePoint's threshold of 5,000, in more than one page; the bench reads 30,000. */
describe('a list of very many items', () => {
  it('is read, searched and written as ever; an index that it takes no more is said in words', async () => {
    await provision(graph.client('provisioning'), siteAddress, [framework()]);
    const periods = ['autumn', 'spring', 'summer'] as const;
    const { judgements: _, ...base } = review(1);
    const items = Array.from({ length: 6_000 }, (_item, n) => {
      const document = { ...base, urn: urnOf(Math.floor(n / 3)), period: periods[n % 3] ?? 'autumn', judgements: {} };
      const { projection, text, check } = sealed('reviews', checkKey, document as Review, codesOnly);
      return { ...projection, [documentColumn.name]: text, [checkColumn.name]: check };
    });
    graph.seed('reviews', items);
    const store = graph.store();
    const rows = await store.rows('reviews');
    expect([rows.length, new Set(rows.map(({ key }) => key)).size]).toEqual([6_000, 6_000]);
    const key = `${urnOf(1_999)}|2026/27|summer`;
    const found = await graph.store().load('reviews', key);
    if (found.status !== 'found') throw new Error('The last review is not found.');
    const { document, version } = found;
    expect(await store.replace('reviews', { ...document, notApplicable: [] }, version)).toMatchObject({
      status: 'replaced',
    });
    expect((await store.rows('reviews')).length).toBe(6_000);

    const state = `${await graph.listPath('reviews')}/columns/State`;
    await graph.client('provisioning').patch(state, { indexed: false }, z.unknown());
    graph.faults.answer({ method: 'PATCH', url: /\/columns\/[^/]+$/ }, { status: 422 });
    const { ok, said } = await run('provision');
    expect(ok).toBe(false);
    expect(said).toMatch(/did not make the index of the column State.*very many items.*Indexed columns/);
    expect((await graph.store().load('reviews', key)).status).toBe('found');
  });
});
