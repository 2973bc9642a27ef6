import type { PersonId } from '../shared/schema/ids';
import type { Reply } from './botService';
import type { DeepLink } from './cards/deepLink';
import { renderNotYours, renderSharedReview, renderSharedStanding, SharedData } from './cards/sharedCard';
import type { AdaptiveCard } from './cards/adaptiveCard';
import type { UseCases } from './useCases';

interface Sharing {
  readonly useCases: Pick<UseCases, 'readCard' | 'readStanding'>;
  readonly deepLink: DeepLink;
}

/** Draws what was shared in a chat for one of those who look at it: as much as they may see, or that it is not theirs. */
export const createSharing = ({ useCases, deepLink }: Sharing) => {
  const options = { deepLink };

  const drawn = async (person: PersonId, data: SharedData): Promise<AdaptiveCard | undefined> => {
    if (data.kind === 'academies') {
      const standing = await useCases.readStanding(person, { urn: data.urn });
      return standing.ok ? renderSharedStanding(standing.value, data, options) : undefined;
    }
    const card = await useCases.readCard(person, { kind: 'reviews', key: data.key });
    return card.ok && card.value.card === 'review' ? renderSharedReview(card.value, data, options) : undefined;
  };

  /** Whatever cannot be read is nobody's either. */
  return async (person: PersonId, given: unknown): Promise<Reply> => {
    const data = SharedData.safeParse(given);
    const card = (data.success ? await drawn(person, data.data) : undefined) ?? renderNotYours();
    return { card, summary: card.fallbackText };
  };
};
