import type { CardAction } from './botService';
import { RefreshData } from './cards/refresh';
import type { UseCases } from './useCases';

type Looked = Pick<CardAction, 'person' | 'conversation' | 'cardId' | 'data'>;

/**
 * Learns from a card that is looked at, or whose button is pressed, that it has arrived. That is worth knowing only
 * where it was in doubt, and never worth keeping somebody waiting or their decision back for: the sweep and the next
 * look make good.
 */
export const createSeeing =
  ({ cardSeen }: Pick<UseCases, 'cardSeen'>) =>
  async ({ person, conversation, cardId, data }: Looked): Promise<void> => {
    const { data: place } = RefreshData.safeParse(data);
    if (cardId === '' || place?.slot === undefined) return;
    const matter = place.kind === 'work' ? { kind: place.kind, key: person } : { kind: place.kind, key: place.key };
    await cardSeen(person, matter, place.slot, { activityId: cardId, conversation }).catch(() => undefined);
  };
