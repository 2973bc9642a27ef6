import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono, type Context } from 'hono';
import { originOf, type LocalSettings } from '../settings';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** As production hosting sends them, with this page as the one allowed frame. `frames`: what the bundle frames itself. */
const securityHeaders = ({ connect, frames }: Bundle): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${connect}`.trim(),
    `frame-src ${frames}`,
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
});

/** The file's bytes, or nothing where it is missing or outside the folder. */
const fileIn = async (folder: string, requested: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const file = path.resolve(folder, `.${path.posix.normalize(`/${requested}`)}`);
  if (!file.startsWith(`${path.resolve(folder)}${path.sep}`)) return undefined;
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return undefined;
  }
};

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

interface Bundle {
  readonly folder: string;
  /** An origin beside our own that the bundle may call. */
  readonly connect: string;
  readonly frames: "'self'" | "'none'";
}

const isNavigation = (c: Context, name: string): boolean =>
  path.extname(name) === '' && (c.req.header('accept') ?? '').includes('text/html');

const cachingOf = (name: string): string =>
  name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** A file of the bundle, or its start page for an address that only the bundle itself knows. */
const serveFrom = async (c: Context, bundle: Bundle, requested: string): Promise<Response> => {
  const name = decoded(requested);
  if (name === undefined) return c.text('Not found', 404);
  const navigation = isNavigation(c, name);
  const file = navigation ? '/index.html' : name;
  const bytes = await fileIn(bundle.folder, file);
  const headers = securityHeaders(bundle);
  if (bytes === undefined) {
    return c.text(navigation ? 'Nothing is built yet. Run: npm run build' : 'Not found', 404, headers);
  }
  const type = contentTypes[path.extname(file)] ?? 'application/octet-stream';
  return c.body(bytes, 200, { ...headers, 'content-type': type, 'cache-control': cachingOf(file) });
};

/**
 * The page at `/__teams/` and the unmodified tab bundle at `/`, from one origin (facts §1.4).
 * Whoever opens the tab's address by hand is taken to the page: a tab lives in a frame.
 */
export const bundleRoutes = (settings: LocalSettings, distDir: string): Hono => {
  const functions = originOf(settings.ports).functions;
  const page: Bundle = { folder: path.join(distDir, 'teams-page'), connect: '', frames: "'self'" };
  const tab: Bundle = { folder: path.join(distDir, 'tabs'), connect: functions, frames: "'none'" };
  const plain = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  return new Hono()
    .get('/config.json', (c) => c.json({ apiBaseUrl: `${functions}/api` }, 200, plain))
    .get('/__teams', (c) => c.redirect('/__teams/'))
    .get('/__teams/*', (c) => serveFrom(c, page, c.req.path.slice('/__teams'.length)))
    .get('/*', (c) => {
      const byHand = c.req.header('sec-fetch-dest') === 'document' && path.extname(c.req.path) === '';
      return byHand ? c.redirect('/__teams/') : serveFrom(c, tab, c.req.path);
    });
};
