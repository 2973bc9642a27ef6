import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { InvocationContext } from '@azure/functions';
import { z } from 'zod';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { lists } from '../../functions/adapters/graph/lists';
import { runCommand } from '../../functions/administration/commands';
import { faultWords } from '../../functions/administration/faultWords';
import { healthHandler } from '../../functions/http/health';
import { apps } from '../../local/settings';
import { loadSample } from '../../local/sample/loading';
import { sampleTrust } from '../../local/sample/samples';
import { createFakeClock, createFakeNotifier, createDeliveryMemory, deliveryOver } from '../support/fakeDelivery';
import { ask, createRecordedLog, partsFor, read, requestFor, routeNamed } from '../functions/http/asking';
import { academy, person, urnOf } from './documents';
import { checkKey, siteAddress } from './localGraph';
import { administered } from './administered';

const { graph, run } = administered();

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
