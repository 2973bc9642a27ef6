import type { Context, MiddlewareHandler } from 'hono';

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

const hostnameIn = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();

/** Whether a page of another origin sent this; a page of ours on another port is another origin too. */
const isForeign = (c: Context, host: string): boolean => {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  return (origin !== undefined && origin !== `http://${host}`) || site === 'cross-site' || site === 'same-site';
};

/**
 * The page speaks for everybody without a password, so only this machine's own pages may call it:
 * the Host must be local (DNS rebinding), and a request that another site started is refused.
 */
export const onlyThisMachine: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (!local.has(hostnameIn(host))) return c.text('This page is served to this computer only.', 421);
  const harmless = ['GET', 'HEAD'].includes(c.req.method) && !c.req.path.startsWith('/__teams/api/');
  return harmless || !isForeign(c, host) ? next() : c.text('Another site may not do this.', 403);
};
