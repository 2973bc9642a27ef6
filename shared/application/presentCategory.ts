import type { Category } from '../schema/framework';
import type { CategoryChangeRow } from '../schema/rows';
import { categoryIn, describedIn } from '../domain/describedChange';
import type { Store } from './ports/store';
import { frameworkOf, type Trust } from './trust';

/** The category that an academy's last decided change gave it, in full: as that change describes it. */
export const presentCategory = async (
  store: Store,
  trust: Trust,
  latest: CategoryChangeRow | undefined,
): Promise<Category | undefined> => {
  if (!latest) return undefined;
  const version = frameworkOf(trust, latest.framework);
  const loaded = await store.load('categoryChanges', latest.id);
  return loaded.status === 'found' ? describedIn(loaded.document, version).to : categoryIn(version, latest.to);
};
