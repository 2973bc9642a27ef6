import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { Item } from './belief';
import type { GraphClient } from './client';
import { GraphFault } from './graphFault';

const Page = z.object({
  value: z.array(Item),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
type Page = z.infer<typeof Page>;

const pageTimeout = 30_000;
/** So many items are judged in one go: others are served, and the next page is on its way, in between. */
const slice = 500;

export interface Pages<T> {
  readonly items: readonly T[];
  /** Only after the last page of a delta. */
  readonly link: string | undefined;
}

const inSlices = async <T>(items: readonly Item[], judge: (item: Item) => T): Promise<readonly T[]> => {
  const judged: T[] = [];
  for (let at = 0; at < items.length; at += slice) {
    if (items.length > slice) await setImmediate();
    for (const item of items.slice(at, at + slice)) judged.push(judge(item));
  }
  return judged;
};

/** All pages from an address on, each item judged; links are followed as Graph gave them. */
export const readPages = async <T>(client: GraphClient, first: string, judge: (item: Item) => T): Promise<Pages<T>> => {
  const ask = (address: string): Promise<Page> => client.get(address, Page, { timeout: pageTimeout });
  const items: T[] = [];
  for (let page = await ask(first); ;) {
    const address = page['@odata.nextLink'];
    const next = address === undefined ? undefined : ask(address);
    // A page is judged while the next one is awaited, whose fault is then met below.
    next?.catch(() => undefined);
    for (const item of await inSlices(page.value, judge)) items.push(item);
    if (next === undefined) return { items, link: page['@odata.deltaLink'] };
    page = await next;
  }
};

export type Delta =
  | {
      readonly status: 'changed';
      readonly present: readonly Item[];
      readonly removed: readonly string[];
      readonly link: string;
    }
  /** The link is too old: read the list again (facts 1.8). */
  | { readonly status: 'expired' };

/** What changed since a delta link was made: of each item its last state. */
export const readDelta = async (client: GraphClient, from: string): Promise<Delta> => {
  try {
    const { items, link } = await readPages(client, from, (item) => item);
    // The same item may come more than once: the last one counts (facts 1.8).
    const last = [...new Map(items.map((item) => [item.id, item])).values()];
    return {
      status: 'changed',
      present: last.filter(({ deleted }) => deleted === undefined),
      removed: last.filter(({ deleted }) => deleted !== undefined).map(({ id }) => id),
      link: link ?? from,
    };
  } catch (error) {
    // 404: the list is gone, and may be there anew under another address.
    if (error instanceof GraphFault && [404, 410].includes(error.status)) return { status: 'expired' };
    throw error;
  }
};
