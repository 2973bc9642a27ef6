import { z } from 'zod';
import type { SiteAddress } from '../../environment';
import type { GraphClient } from './client';

const Site = z.object({ id: z.string().min(1) });
const ListPage = z.object({
  value: z.array(z.object({ id: z.string(), name: z.string().optional(), displayName: z.string() })),
  '@odata.nextLink': z.string().optional(),
});

/** The trust's site, and where its lists are. */
export interface Site {
  /** `/sites/<id>`. */
  path(): Promise<string>;
  /** `/sites/<id>/lists/<id>`, or undefined where the site has no such list. */
  listPath(title: string): Promise<string | undefined>;
  /** Forgets what was found, after lists were made. */
  reset(): void;
}

const sitePath = ({ hostname, path }: SiteAddress): string =>
  `/sites/${hostname}:${path.split('/').map(encodeURIComponent).join('/')}`;

/** A list renamed by somebody keeps its `name`, so that counts before what it is called now. */
const readLists = async (client: GraphClient, site: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  let next: string | undefined = `${site}/lists?$select=id,name,displayName`;
  while (next !== undefined) {
    const page: z.infer<typeof ListPage> = await client.get(next, ListPage);
    for (const { id, displayName } of page.value) if (!found.has(displayName)) found.set(displayName, id);
    for (const { id, name } of page.value) if (name !== undefined) found.set(name, id);
    next = page['@odata.nextLink'];
  }
  return found;
};

/** Asks once however many want to know; a failure is not remembered. */
const once = <T>(ask: () => Promise<T>): { get(): Promise<T>; reset(): void } => {
  let asked: Promise<T> | undefined;
  return {
    get() {
      asked ??= ask().catch((error: unknown) => {
        asked = undefined;
        throw error;
      });
      return asked;
    },
    reset() {
      asked = undefined;
    },
  };
};

export const createSite = (client: GraphClient, address: SiteAddress): Site => {
  const id = once(async () => `/sites/${(await client.get(sitePath(address), Site)).id}`);
  const found = once(async () => readLists(client, await id.get()));
  return {
    path: () => id.get(),
    async listPath(title) {
      const known = (await found.get()).get(title);
      // Not found is not remembered: the provisioning may run at any time.
      if (known === undefined) found.reset();
      const list = known ?? (await found.get()).get(title);
      return list === undefined ? undefined : `${await id.get()}/lists/${list}`;
    },
    reset: () => found.reset(),
  };
};
