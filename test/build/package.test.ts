import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { routes } from '../../functions/http/routes';
import { toSend } from '../support/builders/commands';
import { birch, cora, dana, hazel, people } from '../support/builders/people';
import { eventually } from '../local/functionsHost/runningHost';
import { startDeployment } from './deployed';
import type { Deployment } from './deployed';
import { fillWithTrust } from './deployedTrust';

jest.setTimeout(120_000);

let deployed: Deployment;
/** Every request that the local Graph got: its id, method and path. */
const asked: (readonly [id: string, method: string, path: string])[] = [];
const note = (message: unknown): void => {
  const { headers, method = '', url = '' } = (message as { request: IncomingMessage }).request;
  const id = headers['client-request-id'];
  if (url.startsWith('/v1.0')) asked.push([String(id), method, url.split('?')[0] ?? '']);
};

beforeAll(async () => {
  subscribe('http.server.request.start', note);
  deployed = await startDeployment(7560, people);
  await fillWithTrust(deployed);
  await deployed.functions.start();
}, 120_000);
afterAll(async () => {
  unsubscribe('http.server.request.start', note);
  await deployed?.stop();
});

const bytesOf = async (answer: Response): Promise<string> => Buffer.from(await answer.arrayBuffer()).toString('latin1');

/** A part that is imported at once, and not by `import()`. */
const eager = /^(?:\} from|import(?: .* from)?) "\.\/([\w.-]+\.mjs)";$/gm;

const hello = {
  type: 'message',
  id: 'message-1',
  text: 'Hello',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:1' },
  recipient: { id: '28:1' },
  conversation: { id: 'a:1', tenantId: '00000000-0000-4000-8000-0000000000aa', conversationType: 'personal' },
};

describe('the package, in a folder of its own', () => {
  it('registers every function', () => {
    const listening = /Listening on \S+ with (.*)\./.exec(deployed.log())?.[1]?.split(', ');
    const others = ['messages', 'health', 'announce', 'sweepModels', 'remind', 'handEdits', 'tidy', 'sweep'];
    expect(listening?.sort()).toEqual([...routes.map(({ name }) => name), ...others].sort());
  });

  it('holds code, maps, and what the platform reads', () => {
    const other = readdirSync(deployed.folder).filter((name) => !/\.mjs(\.map)?$/.test(name));
    expect(other.sort()).toEqual(['administer.cjs', 'administer.cjs.map', 'host.json', 'package.json']);
  });

  it('reads neither chat nor files nor telemetry at its start', () => {
    const reach = new Set<string>(['main.mjs']);
    for (const name of reach)
      for (const [, part = ''] of readFileSync(path.join(deployed.folder, name), 'utf8').matchAll(eager))
        reach.add(part);
    expect(reach.size).toBeGreaterThan(1);
    expect([...reach].filter((name) => /createBot|pdf|excel|exporting/i.test(name))).toEqual([]);
    const bytes = [...reach].reduce((sum, name) => sum + statSync(path.join(deployed.folder, name)).size, 0);
    expect(bytes).toBeLessThan(4_500_000);
  });

  it('is healthy', async () => {
    const answer = await deployed.ask('GET', 'health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: 'ok',
      checks: { records: 'ok', queue: 'ok', tables: 'ok', signIn: 'ok' },
    });
  });

  it.each([
    ['excel', 'PK'],
    ['pdf', '%PDF-'],
  ])('makes %s', async (format, magic) => {
    const answer = await deployed.ask('GET', `reviews/2026-27/autumn/${birch.urn}/export/${format}`, { as: cora });
    expect(answer.status).toBe(200);
    expect((await bytesOf(answer)).slice(0, magic.length)).toBe(magic);
  });

  it('has the bot in it, which turns away who does not prove to be Teams', async () => {
    const answer = await deployed.ask('POST', 'messages', { body: hello });
    expect(answer.status).toBe(401);
    expect(deployed.log()).not.toContain('ERR_MODULE_NOT_FOUND');
  });
});

describe('with a changed check key', () => {
  const CHECK_KEY = 'the-new-key-of-this-test-0123456789abcdef';
  const asked = async () => {
    const health = await deployed.ask('GET', 'health');
    return { health: health.status, session: await deployed.ask('GET', 'session', { as: cora }) };
  };

  it('the records are believed by the key from before', () =>
    deployed.withSettings({ CHECK_KEY, CHECK_KEY_BEFORE: deployed.environment.CHECK_KEY ?? '' }, async () => {
      const { health, session } = await asked();
      expect([health, session.status]).toEqual([200, 200]);
    }));

  it('without it the app is not well, and says why', () =>
    deployed.withSettings({ CHECK_KEY }, async () => {
      const { health, session } = await asked();
      expect([health, session.status]).toEqual([503, 503]);
      expect(await session.json()).toMatchObject({ code: 'store.other-key' });
      expect(deployed.log()).toContain('"why":"otherKey"');
      expect(deployed.log()).not.toContain(CHECK_KEY);
    }));
});

describe('the id that a request brings', () => {
  const id = 'tab-request-0001';
  const withId = { headers: { 'x-correlation-id': id } };

  it('is in the answer, in Graph’s log, and in the message that the request put into the queue', async () => {
    const { urn, year, period, ...body } = toSend();
    const place = `reviews/${year.replace('/', '-')}/${period}/${urn}/send`;
    const answer = await deployed.ask('POST', place, { as: dana, body, ...withId });
    expect([answer.status, answer.headers.get('x-correlation-id')]).toEqual([200, id]);
    const under = () => asked.filter(([each]) => each === id).map(([, method, path]) => `${method} ${path}`);
    expect(under()).toContainEqual(expect.stringMatching(/^(PATCH|POST) .*(items|\$batch)/));
    // Only the message's announcement installs the app for the head teacher.
    const installing = `POST /v1.0/users/${hazel.id}/teamwork/installedApps`;
    await eventually(
      async () => under(),
      (seen) => seen.includes(installing),
      30_000,
    );
  });

  it('is in the lines of the log', async () => {
    await deployed.ask('GET', 'work', withId);
    const line = deployed
      .log()
      .split('\n')
      .find((each) => each.includes('"http.unauthorised"'));
    expect(line).toContain(`"correlationId":"${id}"`);
  });
});
