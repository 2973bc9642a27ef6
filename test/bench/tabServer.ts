import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { apps, tenant } from '../../local/settings';
import { flatContext, runtime, type Surface } from '../../local/teams/page/host/surface';
import type { TabTrust } from './tabTrust';

/** A page that is built, served as hosting serves it, with Teams around it and the server behind it. */
export interface TabServer {
  readonly origin: string;
  /** What an address takes on the wire, in bytes. */
  readonly packedSize: (pathname: string) => number;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

const surface = (origin: string): Surface => ({
  ...{ frameContext: 'content', theme: 'default', tenantId: tenant.id, appId: apps.product.id, entityId: 'matrix' },
  ...{ person: { id: 'cora', name: 'Cora Chief', email: 'cora@orchard.example' }, sessionId: 'session' },
  contentUrl: `${origin}/`,
});

/** Teams as far as the first picture asks for it: the answers of the local Teams, without anything around them. */
const hostPage = (origin: string): string => {
  const answers = {
    initialize: ['content', 'web', JSON.stringify(runtime), '2.58.0'],
    getContext: [flatContext(surface(origin))],
    'authentication.getAuthToken': [true, 'a-token'],
    'appInitialization.success': [null],
  };
  return `<!doctype html><html lang="en"><title>Teams</title>
<body style="margin:0"><iframe name="tab" title="tab" style="border:0;width:100%;height:100vh"></iframe>
<script>
const answers = ${JSON.stringify(answers)};
addEventListener('message', ({ data, source }) => {
  const args = answers[data?.func];
  if (args) source.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, location.origin);
});
</script></body></html>`;
};

interface Answer {
  readonly type: string;
  readonly body: Buffer;
}

/** Serves the built page in `folder`, and answers its two questions from `trust`. */
export const startTabServer = async (folder: string, trust: TabTrust | undefined): Promise<TabServer> => {
  const sizes = new Map<string, number>();
  let origin = '';
  const spoken = (pathname: string): string | undefined => {
    if (pathname === '/host') return hostPage(origin);
    if (pathname === '/config.json') return JSON.stringify({ apiBaseUrl: `${origin}/api` });
    if (pathname === '/api/session') return JSON.stringify(trust?.session);
    if (pathname.startsWith('/api/matrix/')) return JSON.stringify(trust?.matrix);
    return undefined;
  };
  const answerTo = async (pathname: string): Promise<Answer | undefined> => {
    const text = spoken(pathname);
    if (text !== undefined)
      return { type: types[pathname === '/host' ? '.html' : '.json'] ?? '', body: Buffer.from(text) };
    const file = path.extname(pathname) === '' ? '/index.html' : pathname;
    const body = await readFile(path.join(folder, path.posix.normalize(file))).catch(() => undefined);
    return body && { type: types[path.extname(file)] ?? 'application/octet-stream', body };
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = await answerTo(pathname);
    if (!answer) return void response.writeHead(404).end();
    const packed = gzipSync(answer.body, { level: 9 });
    sizes.set(pathname, packed.length);
    response.writeHead(200, { 'content-type': answer.type, 'content-encoding': 'gzip', 'cache-control': 'no-store' });
    response.end(packed);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    packedSize: (pathname) => sizes.get(pathname) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
};
