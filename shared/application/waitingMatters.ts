import type { Matter } from '../schema/matter';
import type { Deps } from './deps';
import { announceSafely } from './writing';

/** Everything that may wait for somebody. */
const openMatters = async ({ store }: Pick<Deps, 'store'>): Promise<readonly Matter[]> => {
  const reviews = await store.rows('reviews');
  const changes = await store.rows('categoryChanges');
  return [
    ...reviews.filter(({ row }) => row.state !== 'signedOff').map(({ key }) => ({ kind: 'reviews', key }) as const),
    ...changes
      .filter(({ row }) => row.state === 'atStep' || row.state === 'returned')
      .map(({ key }) => ({ kind: 'categoryChanges', key }) as const),
  ];
};

/** The cards of all that waits go to whoever holds the role now. */
export const announceOpenMatters = async (deps: Pick<Deps, 'store' | 'notifier'>): Promise<void> => {
  for (const matter of await openMatters(deps)) await announceSafely(deps.notifier, matter);
};
