import { z } from 'zod';
import type { GraphClient } from './client';
import { GraphFault } from './graphFault';
import { itemAddress } from './itemAddresses';

/** What SharePoint has of one item. */
export interface ItemVersions {
  /** How often it was written, by its ETag (facts 1.6). */
  readonly written: number;
  /** How many of its versions are there, the present one included. */
  readonly kept: number;
  /** Their greatest number, which only rises: where it is more than are kept, earlier ones are gone. */
  readonly newest: number;
}

/** What a list keeps of its items, as far as it can be told: no call of Graph tells how it is set. */
export type VersionsKept =
  /** An item was written more often than SharePoint keeps of its own accord, and every version of it is there. */
  | { readonly status: 'all'; readonly most: number }
  /** The latest so many alone. */
  | { readonly status: 'latest'; readonly limit: number; readonly most: number }
  /** Items are written and have no earlier versions at all. */
  | { readonly status: 'none' }
  /** Versions of some items are gone, and no two say alike: it was set otherwise before, or somebody deleted them. */
  | { readonly status: 'unclear' }
  /** Nothing is gone, and nothing was written often enough to tell. */
  | { readonly status: 'tooEarly' };

/** What SharePoint is known to keep of a list's items where nobody has set it. */
export const keptUnset = 50;

const isCut = ({ kept, newest }: ItemVersions): boolean => kept < newest;
const isUnnumbered = ({ kept, newest }: ItemVersions): boolean => kept <= 1 && newest <= 1;
const greatest = (numbers: readonly number[]): number => Math.max(0, ...numbers);

/** Judges a list by what is left of the items that were written most often. */
export const judgeVersions = (items: readonly ItemVersions[]): VersionsKept => {
  const telling = items.filter(({ written }) => written > 1);
  if (telling.length > 0 && telling.every(isUnnumbered)) return { status: 'none' };
  const cut = telling.filter(isCut).map(({ kept }) => kept);
  const limit = greatest(cut);
  const whole = greatest(telling.filter((item) => !isCut(item)).map(({ kept }) => kept));
  if (whole > limit) return whole > keptUnset ? { status: 'all', most: whole } : { status: 'tooEarly' };
  if (cut.length === 0) return { status: 'tooEarly' };
  const alike = cut.filter((kept) => kept === limit).length;
  return alike > 1 || cut.length === 1
    ? { status: 'latest', limit, most: greatest(telling.map(({ newest }) => newest)) }
    : { status: 'unclear' };
};

/** So many of the items that were written most often are looked at. */
const lookedAt = 5;

const ETag = z.string().transform((tag) => Number(/,(\d+)"?$/.exec(tag)?.[1] ?? 0));
const Items = z.object({
  value: z.array(z.object({ id: z.string(), eTag: ETag })),
  '@odata.nextLink': z.string().optional(),
});
const Versions = z.object({
  value: z.array(z.object({ id: z.string().transform((label) => Number.parseInt(label, 10)) })),
  '@odata.nextLink': z.string().optional(),
});

/** All pages from an address on; links are followed as Graph gave them. */
const readEvery = async <T>(
  client: GraphClient,
  first: string,
  page: z.ZodType<{ value: T[]; '@odata.nextLink'?: string | undefined }>,
): Promise<readonly T[]> => {
  const found: T[] = [];
  let next: string | undefined = first;
  while (next !== undefined) {
    const answer: { value: T[]; '@odata.nextLink'?: string | undefined } = await client.get(next, page);
    for (const one of answer.value) found.push(one);
    next = answer['@odata.nextLink'];
  }
  return found;
};

const versionsOf = async (
  client: GraphClient,
  list: string,
  { id, eTag: written }: { readonly id: string; readonly eTag: number },
): Promise<readonly ItemVersions[]> => {
  try {
    const versions = await readEvery(client, `${itemAddress(list, id)}/versions`, Versions);
    const numbers = versions.map((version) => version.id);
    return [{ written, kept: versions.length, newest: greatest(numbers) }];
  } catch (fault) {
    // Deleted since the list was read.
    if (fault instanceof GraphFault && fault.status === 404) return [];
    throw fault;
  }
};

/** Reads of the list's most written items which versions are left. `list` is `/sites/<id>/lists/<id>`. Throws `GraphFault`. */
export const readKeptVersions = async (client: GraphClient, list: string): Promise<VersionsKept> => {
  const items = await readEvery(client, `${list}/items?$top=5000&$select=id,eTag`, Items);
  const most = [...items].sort((a, b) => b.eTag - a.eTag).slice(0, lookedAt);
  const looked: ItemVersions[] = [];
  for (const item of most) if (item.eTag > 1) looked.push(...(await versionsOf(client, list, item)));
  return judgeVersions(looked);
};
