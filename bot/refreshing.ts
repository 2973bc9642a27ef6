import type { PersonId } from '../shared/schema/ids';
import type { Answering } from './answering';
import type { CardAction, CardActionAnswer } from './botService';
import type { AdaptiveCard } from './cards/adaptiveCard';
import { renderCard } from './cards/card';
import type { DeepLink } from './cards/deepLink';
import { renderNotice } from './cards/noticeCard';
import { RefreshData, refreshVerb, withRefresh } from './cards/refresh';
import type { UseCases } from './useCases';

interface Refreshing {
  readonly useCases: Pick<UseCases, 'readCard'>;
  readonly answering: Pick<Answering, 'refusal'>;
  readonly deepLink: DeepLink;
}

type Looked = Pick<CardAction, 'person' | 'conversation' | 'verb' | 'data'>;

/** Answers a client that shows a card again: the card as it stands now, for whoever looks at it. */
export const createRefreshing = ({ useCases, answering, deepLink }: Refreshing) => {
  const draw = async (person: PersonId, viewerId: string, data: RefreshData): Promise<AdaptiveCard> => {
    const place = data.kind === 'work' ? { ...data, key: person } : data;
    const card = await useCases.readCard(person, place);
    if (!card.ok) return renderNotice(await answering.refusal(card.refusal));
    return withRefresh(renderCard(card.value, { deepLink }), card.value, viewerId);
  };

  /** Undefined where the action is another one. */
  return async ({ person, conversation, verb, data }: Looked): Promise<CardActionAnswer | undefined> => {
    if (verb !== refreshVerb) return undefined;
    const read = RefreshData.safeParse(data);
    if (!read.success) return { kind: 'error', code: 'BadRequest', message: 'This card could not be read.' };
    return { kind: 'card', card: await draw(person, conversation.userId, read.data) };
  };
};
