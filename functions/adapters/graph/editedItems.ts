import { z } from 'zod';
import type {
  ColumnDifference,
  EditedItem,
  Kind,
  PutBackOutcome,
  Version,
} from '../../../shared/application/ports/store';
import type { CheckKeys } from '../../checkKeys';
import { Item, readItem, sealOn, versionOf } from './belief';
import type { Read } from './belief';
import type { GraphClient } from './client';
import { checkColumn, documentColumn, keyColumn } from './columns';
import { sealedAnew } from './document';
import { GraphFault } from './graphFault';
import { itemAddress } from './itemAddresses';
import type { ListPlace } from './listItems';
import { readColumns } from './presentColumns';

export interface EditedItems {
  /** Undefined where the item is gone, or stands as the app wrote it. */
  read(itemId: string): Promise<EditedItem | undefined>;
  putBack(itemId: string, expected: Version): Promise<PutBackOutcome>;
}

export interface EditedParts extends ListPlace {
  readonly kind: Kind;
  readonly client: GraphClient;
  readonly keys: CheckKeys;
}

const Fields = z.record(z.string(), z.unknown());
const Versions = z.object({
  value: z.array(z.object({ id: z.string(), lastModifiedDateTime: z.string().optional(), fields: Fields.optional() })),
  '@odata.nextLink': z.string().optional(),
});

/** The newest state of an item that has the app's own check. */
interface Written {
  readonly at: string | undefined;
  readonly read: Read;
}

/** Everything that is kept of an item: its columns, its document and its check. */
const askedFor = async ({ columns }: EditedParts) => ({ columns: await columns.names(), withDocument: true });

const itemPath = async ({ path }: EditedParts, itemId: string): Promise<string> => itemAddress(await path(), itemId);

/** An item as it stands. */
interface Now {
  readonly item: Item;
  readonly read: Read;
}

const readNow = async (parts: EditedParts, itemId: string): Promise<Now | undefined> => {
  try {
    const from = `${await itemPath(parts, itemId)}?$select=id,eTag,lastModifiedDateTime&$expand=fields`;
    const item = await parts.client.get(from, Item);
    return { item, read: readItem(item, await askedFor(parts)) };
  } catch (error) {
    if (error instanceof GraphFault && error.status === 404) return undefined;
    throw error;
  }
};

/** Whether everything stands as the app wrote it. */
const fitsCheck = ({ kind, keys }: EditedParts, read: Read): boolean => sealOn(kind, keys, read) !== undefined;

/** Newest first (facts 1.7), so the first that fits is what the app wrote last. */
const findWritten = async (parts: EditedParts, itemId: string): Promise<Written | undefined> => {
  const asked = await askedFor(parts);
  let next: string | undefined = `${await itemPath(parts, itemId)}/versions?$expand=fields`;
  while (next !== undefined) {
    const page: z.infer<typeof Versions> = await parts.client.get(next, Versions);
    for (const { lastModifiedDateTime, fields } of page.value) {
      const read = readItem({ id: itemId, ...(fields && { fields }) }, asked);
      if (fitsCheck(parts, read)) return { at: lastModifiedDateTime, read };
    }
    next = page['@odata.nextLink'];
  }
  return undefined;
};

/** Every column with what it holds, as text; empty ones are absent. */
const valuesOf = ({ projection, check, text }: Read): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({ ...projection, [checkColumn.name]: check, [documentColumn.name]: text }).flatMap(
      ([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)] as const]),
    ),
  );

const differencesOf = async (parts: EditedParts, written: Read, found: Read): Promise<readonly ColumnDifference[]> => {
  const [before, now] = [valuesOf(written), valuesOf(found)];
  const titles = await readColumns(parts.client, await parts.path());
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => {
      const [was, is] = [before.get(name), now.get(name)];
      return {
        column: titles.get(name)?.displayName ?? name,
        ...(was !== undefined && { written: was }),
        ...(is !== undefined && { found: is }),
      };
    });
};

/** When the app wrote it, and what differs since; nothing where SharePoint keeps no version of the app's. */
const comparedWith = async (
  parts: EditedParts,
  found: Read,
  written: Written | undefined,
): Promise<Pick<EditedItem, 'writtenAt' | 'differences'>> =>
  written === undefined
    ? { differences: [] }
    : {
        ...(written.at !== undefined && { writtenAt: written.at }),
        differences: await differencesOf(parts, written.read, found),
      };

const editOf = ({ kind }: EditedParts, id: string, { item, read: found }: Now): Omit<EditedItem, 'differences'> => ({
  kind,
  id,
  key: String(found.projection[keyColumn] ?? `#${id}`),
  version: versionOf(item),
  ...(item.lastModifiedDateTime !== undefined && { editedAt: item.lastModifiedDateTime }),
});

const read = async (parts: EditedParts, itemId: string): Promise<EditedItem | undefined> => {
  // A column that this process does not know yet must not be taken for somebody's edit.
  await parts.columns.learn();
  const now = await readNow(parts, itemId);
  if (now === undefined || fitsCheck(parts, now.read)) return undefined;
  const compared = await comparedWith(parts, now.read, await findWritten(parts, itemId));
  return { ...editOf(parts, itemId, now), ...compared };
};

const keyIn = ({ projection }: Read): string => String(projection[keyColumn]);
const asWritten = (read: Read): PutBackOutcome => ({ status: 'asWritten', key: keyIn(read) });

/** After a refused or unanswered write; the fault again where nobody knows. */
const settle = async (parts: EditedParts, itemId: string, fault: unknown): Promise<PutBackOutcome> => {
  if (!(fault instanceof GraphFault)) throw fault;
  if (fault.status === 404) return { status: 'absent' };
  if (fault.saysTaken) return { status: 'taken' };
  const now = await readNow(parts, itemId);
  if (now !== undefined && fitsCheck(parts, now.read)) return asWritten(now.read);
  if ([409, 412].includes(fault.status)) return { status: 'stale' };
  throw fault;
};

/** The very fields of that version under the present seal, in one conditional write; columns that it lacked are emptied. */
const writeAgain = async (
  parts: EditedParts,
  itemId: string,
  { read: { projection, text, check } }: Written,
  expected: Version,
): Promise<void> => {
  const empty = Object.fromEntries((await parts.columns.names()).map((name) => [name, null]));
  const sealed = check === undefined ? undefined : sealedAnew(parts.keys.checkKey, parts.kind, projection, check);
  const fields = { ...empty, ...projection, [documentColumn.name]: text, [checkColumn.name]: sealed };
  await parts.client.patch(await itemPath(parts, itemId), { fields }, Item, { ifMatch: expected });
};

/** What to put back; or the outcome, where there is nothing to be done. */
const toPutBack = async (parts: EditedParts, itemId: string, expected: Version): Promise<Written | PutBackOutcome> => {
  const now = await readNow(parts, itemId);
  if (now === undefined) return { status: 'absent' };
  if (fitsCheck(parts, now.read)) return asWritten(now.read);
  if (versionOf(now.item) !== expected) return { status: 'stale' };
  return (await findWritten(parts, itemId)) ?? { status: 'notKept' };
};

const putBack = async (parts: EditedParts, itemId: string, expected: Version): Promise<PutBackOutcome> => {
  await parts.columns.learn();
  const written = await toPutBack(parts, itemId, expected);
  if ('status' in written) return written;
  try {
    await writeAgain(parts, itemId, written, expected);
    return asWritten(written.read);
  } catch (fault) {
    return settle(parts, itemId, fault);
  }
};

/** Items of one list that were changed outside the app. Throws `GraphFault`. */
export const createEditedItems = (parts: EditedParts): EditedItems => ({
  read: (itemId) => read(parts, itemId),
  putBack: (itemId, expected) => putBack(parts, itemId, expected),
});
