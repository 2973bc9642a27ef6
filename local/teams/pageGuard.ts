import type { MiddlewareHandler } from 'hono';

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostnameIn = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/**
 * The page speaks for everybody without a password, so only this machine's own pages may call it:
 * the Host must be local (DNS rebinding), and a request that another site started is refused.
 */
export const onlyThisMachine: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!local.has(hostnameIn(host))) return c.text('This page is served to this computer only.', 421);
  const origin = c.req.header('origin');
  const foreignOrigin = origin !== undefined && origin !== `http://${host}`;
  const site = c.req.header('sec-fetch-site') ?? 'same-origin';
  const changes = !['GET', 'HEAD'].includes(c.req.method);
  const api = c.req.path.startsWith('/__teams/api/');
  const foreignSite = site === 'cross-site' || site === 'same-site';
  if ((changes && foreignOrigin) || (api && (foreignSite || foreignOrigin))) {
    return c.text('Another site may not do this.', 403);
  }
  return next();
};
