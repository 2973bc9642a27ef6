import { createTokenSource, type TokenSource } from '../../functions/adapters/entra/appToken';
import { apps, tenant } from '../../local/settings';

/** The tokens of an app for Graph, from the local Microsoft 365 at this address. */
export const tokensOf = (origin: string, app: 'product' | 'provisioning'): TokenSource =>
  createTokenSource({
    tenantId: tenant.id,
    clientId: apps[app].id,
    credentials: { kind: 'secret', secret: apps[app].secret },
    authority: `${origin}/${tenant.id}`,
    knownAuthorities: [new URL(origin).host],
  });
