import type { CardAction } from './botService';
import { RefreshData } from './cards/refresh';
import type { UseCases } from './useCases';

type Looked = Pick<CardAction, 'person' | 'conversation' | 'cardId' | 'data'>;

/**
 * Learns from a card that is looked at that it has arrived: Teams then asks for its present state, and what it asks with
 * names the card's place. That is worth knowing only where it was in doubt, and never worth keeping somebody waiting
 * for: the sweep and the next look make good.
 */
export const createSeeing =
  ({ cardSeen }: Pick<UseCases, 'cardSeen'>) =>
  async ({ person, conversation, cardId, data }: Looked): Promise<void> => {
    const { data: place } = RefreshData.safeParse(data);
    if (cardId === '' || place?.slot === undefined) return;
    const matter = place.kind === 'work' ? { kind: place.kind, key: person } : { kind: place.kind, key: place.key };
    await cardSeen(person, matter, place.slot, { activityId: cardId, conversation }).catch(() => undefined);
  };
