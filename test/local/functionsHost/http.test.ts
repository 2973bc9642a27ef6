import { request } from 'node:http';
import { startAzurite } from '../../../local/azurite';
import type { Azurite } from '../../../local/azurite';
import { portsFrom } from '../../../local/settings';
import {
  allowedOrigin,
  bundleFixture,
  eventually,
  removeFolder,
  startHost,
  startHostProcess,
  temporaryFolder,
} from './runningHost';
import type { RunningHost } from './runningHost';

// Real processes, on a machine that may be busy.
jest.setTimeout(60_000);

const ports = portsFrom(6200);
let folder: string;
let main: string;
let azurite: Azurite;
let host: RunningHost;

beforeAll(async () => {
  folder = await temporaryFolder();
  main = await bundleFixture(folder);
  azurite = await startAzurite({ ports, dataDir: folder });
  host = await startHost(main, ports, { FIXTURE_SCHEDULE: '0 0 0 1 1 *' });
}, 60_000);

afterAll(async () => {
  await host?.child.stop();
  await azurite?.stop();
  await removeFolder(folder);
});

const call = (path: string, init?: RequestInit) => fetch(`${host.origin}${path}`, init);

describe('HTTP functions', () => {
  it('get method, params, query, headers and body, and give status, headers and body', async () => {
    const answer = await call('/api/echo/J%C3%B6rg%20B/x%2Fy?a=1&a=2&b=%26', {
      method: 'POST',
      headers: { 'X-Asked': 'this' },
      body: 'grüße',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-fixture')).toBe('yes');
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({
      method: 'POST',
      path: '/api/echo/J%C3%B6rg%20B/x%2Fy',
      params: { name: 'Jörg B', detail: 'x/y' },
      query: { a: '1,2', b: '&' },
      header: 'this',
      body: 'grüße',
    });
  });

  it.each([
    ['GET', '/api/echo/Ada', 201],
    ['GET', '/API/ECHO/Ada/', 201],
    ['GET', '/api/echo', 404],
    ['GET', '/api/echo/a/b/c', 404],
    ['GET', '/echo/a', 404],
    ['GET', '/api/echo/%E0%A4%A', 404],
    ['DELETE', '/api/echo/a', 404],
    ['HEAD', '/api/echo/a', 404],
    ['GET', '/', 404],
  ])('%s %s is answered %i', async (method, path, status) => {
    expect((await call(path, { method })).status).toBe(status);
  });

  it('prefer a literal route, and keep the rest of a path together', async () => {
    expect(await (await call('/api/echo/all')).text()).toBe('the literal route');
    expect(await (await call('/api/files/a/b%20c')).text()).toBe('a/b c');
    expect(await (await call('/api/files')).text()).toBe('-');
  });

  it('pass bytes both ways unharmed', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_none, at) => at);
    const answer = await call('/api/bytes', { method: 'POST', body: bytes });
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...bytes].reverse());
  });

  it('set cookies', async () => {
    const answer = await call('/api/cookies');
    expect(answer.headers.getSetCookie()).toEqual([
      'a=one%20two; Path=/; Max-Age=60; SameSite=Strict; Secure; HttpOnly',
      'b=2; Expires=Tue, 01 Jan 2030 00:00:00 GMT',
    ]);
  });

  it('answer 204 to nothing and 500 without detail to a fault', async () => {
    expect((await call('/api/nothing')).status).toBe(204);
    const failed = await call('/api/throws');
    expect(failed.status).toBe(500);
    expect(await failed.text()).toBe('');
  });

  it('run the hooks around a function', async () => {
    expect(await (await call('/api/hooked')).json()).toEqual({ from: 'hooked' });
  });
});

describe('the body limit', () => {
  const mebibyte = 1024 * 1024;

  it('accepts a body of exactly 1 MiB', async () => {
    const answer = await call('/api/bytes', { method: 'POST', body: new Uint8Array(mebibyte) });
    expect(answer.status).toBe(200);
  });

  it('refuses one byte more', async () => {
    const answer = await call('/api/bytes', { method: 'POST', body: new Uint8Array(mebibyte + 1) });
    expect(answer.status).toBe(413);
  });

  it('refuses a body that does not say its length', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(`${host.origin}/api/bytes`, { method: 'POST' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject);
      for (let part = 0; part < 20; part += 1) sent.write(Buffer.alloc(mebibyte / 10));
      sent.end();
    });
    expect(status).toBe(413);
  });
});

describe('cross-origin requests', () => {
  const preflight = (origin: string) =>
    call('/api/echo/a', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'PUT',
        'Access-Control-Request-Headers': 'authorization,if-match',
      },
    });

  it('are allowed for the page, before any function is asked', async () => {
    const answer = await preflight(allowedOrigin);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowedOrigin);
    expect(answer.headers.get('access-control-allow-methods')).toBe('PUT');
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization,if-match');
  });

  it('are not allowed for another page', async () => {
    expect((await preflight('http://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
    const answer = await call('/api/echo/a', { headers: { Origin: 'http://elsewhere.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('name the origin on answers and refusals alike, and expose nothing more', async () => {
    const headers = { Origin: allowedOrigin };
    for (const path of ['/api/echo/a', '/api/unknown', '/api/throws']) {
      const answer = await call(path, { headers });
      expect(answer.headers.get('access-control-allow-origin')).toBe(allowedOrigin);
      expect(answer.headers.get('access-control-expose-headers')).toBeNull();
    }
  });
});

describe('the host itself', () => {
  it('says that it runs', async () => {
    expect(await (await call('/admin/host/status')).json()).toMatchObject({ state: 'Running' });
  });

  it.each([
    ['/admin/functions/unknown', {}, 404],
    ['/admin/functions/echo', {}, 400],
    ['/admin/functions/newYear', { body: '{"input": 5}' }, 400],
    ['/admin/functions/newYear', { headers: { Origin: 'http://elsewhere.example' } }, 403],
  ])('answers POST %s %j with %i', async (path, init, status) => {
    expect((await call(path, { method: 'POST', ...init })).status).toBe(status);
  });

  it('logs one line for each invocation, and no body', async () => {
    await call('/api/echo/logged', { method: 'POST', body: 'a private body' });
    const ended = / invoked echo http 201 \d+ ms$/;
    await eventually(
      async () => host.child.lastLines(),
      (lines) => ended.test(lines),
    );
    expect(host.child.lastLines()).not.toContain('private');
  });

  it('says which port is taken', async () => {
    const second = startHostProcess(main, ports);
    expect(await second.ended).toMatchObject({ code: 1 });
    expect(second.lastLines()).toContain(`Port ${ports.functions}, which the Functions host needs, is in use.`);
  });
});
