import { createTokenSource } from '../../functions/adapters/entra/appToken';
import { createGraphClient } from '../../functions/adapters/graph/client';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { apps, tenant } from '../../local/settings';
import { noting } from './noting';

/** A process of its own that notes one command on one review, for a test to kill: `<origin> <check key> <key> <command>`. */
const [origin = '', checkKey = '', key = '', command = ''] = process.argv.slice(2);

const client = createGraphClient({
  settings: { baseUrl: `${origin}/`, customHosts: ['localhost'] },
  tokens: createTokenSource({
    tenantId: tenant.id,
    clientId: apps.product.id,
    credentials: { kind: 'secret', secret: apps.product.secret },
    authority: `${origin}/${tenant.id}`,
    knownAuthorities: [new URL(origin).host],
  }),
});
const site = { hostname: tenant.siteHostname, path: tenant.sitePath };
await noting(createGraphStore({ client, site, checkKey }), key, command);
