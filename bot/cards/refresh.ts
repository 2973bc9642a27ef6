import { z } from 'zod';
import { Matter } from '../../shared/schema/matter';
import { keyOfReview } from '../../shared/domain/keys';
import type { CardModel } from '../../shared/schema/card';
import type { AdaptiveCard, Refresh } from './adaptiveCard';

export const refreshVerb = 'card.refresh';

/** Which card is looked at. What waits for a person is always the viewer's own, so that it needs no key. */
export const RefreshData = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['reviews', 'categoryChanges']),
    key: Matter.shape.key,
    slot: z.string().max(200).optional(),
  }),
  z.object({ kind: z.literal('work'), slot: z.string().max(200) }),
]);
export type RefreshData = z.infer<typeof RefreshData>;

const dataOf = (card: CardModel): RefreshData | undefined => {
  const slot = card.slot === undefined ? {} : { slot: card.slot };
  switch (card.card) {
    case 'review':
      return { kind: 'reviews', key: keyOfReview(card.key), ...slot };
    case 'change':
      return { kind: 'categoryChanges', key: card.id, ...slot };
    case 'work':
      return card.slot === undefined ? undefined : { kind: 'work', slot: card.slot };
    case 'gone':
      return undefined;
  }
};

const refreshOf = (data: RefreshData, viewerId: string): Refresh => ({
  action: { type: 'Action.Execute', title: 'Refresh', verb: refreshVerb, data },
  userIds: [viewerId],
});

/** Whenever its reader looks at it, the card is drawn again from the present state. `viewerId` is their `29:` id. */
export const withRefresh = (rendered: AdaptiveCard, card: CardModel, viewerId: string): AdaptiveCard => {
  const data = viewerId === '' ? undefined : dataOf(card);
  return data ? { ...rendered, refresh: refreshOf(data, viewerId) } : rendered;
};
