import { z } from 'zod';
import type { Kind } from '../../../shared/application/ports/store';
import { Item, believe } from './belief';
import type { Believed, Sealed } from './belief';
import type { GraphClient } from './client';
import { GraphFault } from './graphFault';
import { checkColumn, documentColumn, isAreaColumn, lists, titleColumn } from './lists';
import type { Site } from './site';

const Page = z.object({
  value: z.array(Item),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
type Page = z.infer<typeof Page>;
const Columns = z.object({ value: z.array(z.object({ name: z.string() })), '@odata.nextLink': z.string().optional() });

/** What happened to a list since a link was made, and the link from here on. */
export type Changes<K extends Kind> =
  | {
      readonly status: 'changed';
      readonly items: readonly Believed<K>[];
      readonly removed: readonly string[];
      readonly link: string;
    }
  /** The link is too old, or too much happened: read the list again. */
  | { readonly status: 'expired' };

/** One list over Graph: every item comes back judged. Throws `GraphFault`. */
export interface ListItems<K extends Kind> {
  all(withDocument: boolean): Promise<readonly Believed<K>[]>;
  /** Fresh from the source, with its document; undefined where it is gone. */
  one(itemId: string): Promise<Believed<K> | undefined>;
  /** The id of the item with this value in an indexed unique column. */
  withValue(column: string, value: string): Promise<string | undefined>;
  /** A link from which changes after this moment can be read. */
  latest(): Promise<string>;
  changesSince(link: string): Promise<Changes<K>>;
  add(sealed: Sealed<K>): Promise<Item>;
  change(itemId: string, sealed: Sealed<K>, ifMatch: string): Promise<Item>;
  /** Looks for area columns made since; true where there are new ones, so that what was read must be judged again. */
  learnColumns(): Promise<boolean>;
}

/** Graph's own largest page; with documents fewer, to keep an answer to a few megabytes. */
const pageSize = { withDocument: 500, withoutDocument: 5000 };
const pageTimeout = 30_000;
/** Changed items that Graph sent without their fields are fetched one by one: beyond this, reading all is cheaper. */
const mostSingleReads = 200;
const readsAtOnce = 8;

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const quoted = (value: string): string => encodeURIComponent(`'${value.replaceAll("'", "''")}'`);

export const createListItems = <K extends Kind>(
  kind: K,
  client: GraphClient,
  site: Site,
  checkKey: string,
): ListItems<K> => {
  const list = lists[kind];
  const small = list.rowIn === undefined;
  let areaColumns: Promise<readonly string[]> | undefined;

  const path = async (): Promise<string> => {
    const found = await site.listPath(list.title);
    if (found === undefined) throw new Error(`The site has no list ${list.title}: the provisioning has not been run.`);
    return found;
  };

  const readAreaColumns = async (): Promise<readonly string[]> => {
    if (!list.areaColumns) return [];
    const names: string[] = [];
    let next: string | undefined = `${await path()}/columns?$select=name`;
    while (next !== undefined) {
      const page: z.infer<typeof Columns> = await client.get(next, Columns);
      names.push(...page.value.map(({ name }) => name).filter(isAreaColumn));
      next = page['@odata.nextLink'];
    }
    return names;
  };

  const knownAreaColumns = (): Promise<readonly string[]> => {
    areaColumns ??= readAreaColumns().catch((error: unknown) => {
      areaColumns = undefined;
      throw error;
    });
    return areaColumns;
  };

  const learnColumns = async (): Promise<boolean> => {
    if (!list.areaColumns) return false;
    const before = await knownAreaColumns();
    areaColumns = undefined;
    return (await knownAreaColumns()).some((name) => !before.includes(name));
  };

  const columnNames = async (): Promise<readonly string[]> => [
    titleColumn,
    ...list.columns.map(({ name }) => name),
    ...(await knownAreaColumns()),
  ];

  const expand = (columns: readonly string[], withDocument: boolean): string =>
    `$expand=fields($select=${[...columns, checkColumn.name, ...(withDocument ? [documentColumn.name] : [])].join(',')})`;

  const judge = (item: Item, columns: readonly string[], withDocument: boolean): Believed<K> =>
    believe(kind, checkKey, item, { columns, withDocument });

  const pages = async (first: string): Promise<{ items: readonly Item[]; link: string | undefined }> => {
    const items: Item[] = [];
    let next: string | undefined = first;
    let link: string | undefined;
    while (next !== undefined) {
      const page: Page = await client.get(next, Page, { timeout: pageTimeout });
      items.push(...page.value);
      next = page['@odata.nextLink'];
      link = page['@odata.deltaLink'];
    }
    return { items, link };
  };

  const one = async (itemId: string): Promise<Believed<K> | undefined> => {
    const columns = await columnNames();
    const from = `${await path()}/items/${encodeURIComponent(itemId)}`;
    try {
      const item = await client.get(`${from}?$select=id,eTag,lastModifiedDateTime&${expand(columns, true)}`, Item);
      return judge(item, columns, true);
    } catch (error) {
      if (error instanceof GraphFault && error.status === 404) return undefined;
      throw error;
    }
  };

  const each = async (ids: readonly string[]): Promise<readonly Believed<K>[]> => {
    const found: Believed<K>[] = [];
    for (const chunk of chunks(ids, readsAtOnce)) {
      found.push(...(await Promise.all(chunk.map(one))).filter((item) => item !== undefined));
    }
    return found;
  };

  const changed = async (all: readonly Item[], link: string): Promise<Changes<K>> => {
    // The same item may come more than once: the last one counts (facts 1.8).
    const last = [...new Map(all.map((item) => [item.id, item])).values()];
    const present = last.filter((item) => item.deleted === undefined);
    const bare = present.filter(
      ({ fields }) => fields?.[checkColumn.name] === undefined || fields[documentColumn.name] === undefined,
    );
    if (bare.length > mostSingleReads) return { status: 'expired' };
    const columns = await columnNames();
    const whole = present.filter((item) => !bare.includes(item)).map((item) => judge(item, columns, true));
    return {
      status: 'changed',
      items: [...whole, ...(await each(bare.map(({ id }) => id)))],
      removed: last.filter((item) => item.deleted !== undefined).map(({ id }) => id),
      link,
    };
  };

  const fieldsOf = async (sealed: Sealed<K>): Promise<Readonly<Record<string, string | number>>> => {
    const missing = async (): Promise<string | undefined> => {
      const known = await columnNames();
      return Object.keys(sealed.projection).find((name) => !known.includes(name));
    };
    if ((await missing()) !== undefined) await learnColumns();
    const name = await missing();
    if (name !== undefined)
      throw new Error(`The list ${list.title} has no column ${name}: the provisioning must be run.`);
    return { ...sealed.projection, [documentColumn.name]: sealed.text, [checkColumn.name]: sealed.check };
  };

  return {
    async all(withDocument) {
      const asked = withDocument || small;
      const columns = await columnNames();
      const top = asked ? pageSize.withDocument : pageSize.withoutDocument;
      const first = `${await path()}/items?$top=${top}&$select=id,eTag,lastModifiedDateTime&${expand(columns, asked)}`;
      return (await pages(first)).items.map((item) => judge(item, columns, asked));
    },
    one,
    async withValue(column, value) {
      const query = `$filter=fields/${column}%20eq%20${quoted(value)}&$select=id,eTag&$expand=fields($select=${column})&$top=1`;
      return (await client.get(`${await path()}/items?${query}`, Page)).value[0]?.id;
    },
    async latest() {
      const { link } = await pages(`${await path()}/items/delta?token=latest&${expand(await columnNames(), true)}`);
      if (link === undefined) throw new Error('Graph sent no delta link.');
      return link;
    },
    async changesSince(link) {
      try {
        const { items, link: next } = await pages(link);
        return await changed(items, next ?? link);
      } catch (error) {
        if (error instanceof GraphFault && error.status === 410) return { status: 'expired' };
        throw error;
      }
    },
    async add(sealed) {
      return client.post(`${await path()}/items`, { fields: await fieldsOf(sealed) }, Item);
    },
    async change(itemId, sealed, ifMatch) {
      const fields = await fieldsOf(sealed);
      // What the document no longer says is emptied in the same write.
      const empty = Object.fromEntries((await columnNames()).map((name) => [name, null]));
      const to = `${await path()}/items/${encodeURIComponent(itemId)}`;
      return client.patch(to, { fields: { ...empty, ...fields } }, Item, { ifMatch });
    },
    learnColumns,
  };
};
