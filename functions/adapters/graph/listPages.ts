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

export interface Pages {
  readonly items: readonly Item[];
  /** Only after the last page of a delta. */
  readonly link: string | undefined;
}

/** All pages from an address on; links are followed as Graph gave them. */
export const readPages = async (client: GraphClient, first: string): Promise<Pages> => {
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
    const { items, link } = await readPages(client, from);
    // The same item may come more than once: the last one counts (facts 1.8).
    const last = [...new Map(items.map((item) => [item.id, item])).values()];
    return {
      status: 'changed',
      present: last.filter(({ deleted }) => deleted === undefined),
      removed: last.filter(({ deleted }) => deleted !== undefined).map(({ id }) => id),
      link: link ?? from,
    };
  } catch (error) {
    if (error instanceof GraphFault && error.status === 410) return { status: 'expired' };
    throw error;
  }
};
