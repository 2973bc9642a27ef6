import type { Kind } from '../../../shared/application/ports/store';
import type { Believed } from './belief';
import type { ListItems } from './listItems';
import { keyColumn } from './columns';
import type { Snapshot } from './snapshot';

export interface Reading<K extends Kind> {
  readonly items: ListItems<K>;
  readonly snapshot: Snapshot<K>;
}

/** The item fresh from the source; a misfit is judged again where the list has got new columns meanwhile. */
export const readFresh = async <K extends Kind>(
  { items, snapshot }: Reading<K>,
  itemId: string,
): Promise<Believed<K> | undefined> => {
  let item = await items.one(itemId);
  if (item !== undefined && item.row === undefined && (await items.learnColumns())) item = await items.one(itemId);
  if (item === undefined) snapshot.forget(itemId);
  else snapshot.remember(item, 'read');
  return item;
};

/** By what is known of its id, otherwise by one query on the key. */
export const findFresh = async <K extends Kind>(reading: Reading<K>, key: string): Promise<Believed<K> | undefined> => {
  const known = reading.snapshot.itemIdOf(key);
  const item = known === undefined ? undefined : await readFresh(reading, known);
  if (item !== undefined) return item;
  const found = await reading.items.withValue(keyColumn, key);
  return found === undefined ? undefined : readFresh(reading, found);
};
