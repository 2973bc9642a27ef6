import { z } from 'zod';
import { createTokenSource } from '../../../functions/adapters/entra/appToken';
import { createGraphClient } from '../../../functions/adapters/graph/client';
import { createSite } from '../../../functions/adapters/graph/site';
import { readAdministrationSettings } from '../../../functions/administration/settings';

/** Changes an item in SharePoint past the product, as somebody does in the browser: `editItem.ts <list> <key> <fields as JSON>`. */
const [, , list = '', key = '', json = ''] = process.argv;
const { graph, identity, site } = readAdministrationSettings(process.env);
const client = createGraphClient({ settings: graph, tokens: createTokenSource(identity) });
const items = `${await createSite(client, site).listPath(list)}/items`;
const filter = `$filter=fields/Key%20eq%20'${encodeURIComponent(key)}'`;
const Found = z.object({ value: z.tuple([z.object({ id: z.string() })]) });
const [{ id }] = (await client.get(`${items}?${filter}`, Found)).value;
await client.patch(`${items}/${id}`, { fields: z.record(z.string(), z.string()).parse(JSON.parse(json)) }, z.unknown());
