import type { Chat } from '../shared/application/ports/delivery';
import { createAnswering, readAnswer } from './answering';
import { createBotService, type Platform } from './botbuilder';
import type { BotHandlers, BotRequest, BotResponse, BotServiceConfig } from './botService';
import type { CardModel } from '../shared/schema/card';
import { renderCard } from './cards/card';
import { createDeepLink } from './cards/deepLink';
import { createTalking } from './talking';
import type { UseCases } from './useCases';

export interface BotConfig extends BotServiceConfig {
  /** As the trust's Teams knows the app: its catalogue's id. */
  readonly teamsAppId: string;
  /** Where the tab is served: `https://assured.example`. */
  readonly tabOrigin: string;
}

interface BotParts {
  readonly useCases: UseCases;
  readonly config: BotConfig;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly platform?: Partial<Platform>;
}

export interface Bot {
  receive(request: BotRequest): Promise<BotResponse>;
  /** The application's port: cards out, into people's own chats. */
  readonly chat: Chat;
}

const createHandlers = ({ useCases, config }: BotParts): BotHandlers => {
  const deepLink = createDeepLink(config);
  const answering = createAnswering(useCases, deepLink);
  const talking = createTalking({ useCases, answering, deepLink });

  return {
    async onInstalled({ conversation, greet }) {
      await useCases.rememberConversation(conversation);
      return greet ? [await talking.welcome(conversation.person)] : [];
    },
    onRemoved: (person) => useCases.forgetConversation(person),
    async onMessage(message) {
      await useCases.rememberConversation(message.conversation);
      return [await talking.answer(message)];
    },
    async onCardAction({ person, verb, data }) {
      const answer = readAnswer(data, verb);
      if (!answer) return { kind: 'error', code: 'BadRequest', message: talking.notRead };
      return { kind: 'card', card: (await answering.decide(person, answer)).card };
    },
  };
};

/** The bot: what Teams sends goes through a use case and comes back as a card; cards go out through `chat`. */
export const createBot = (parts: BotParts): Bot => {
  const { config, now, platform } = parts;
  const service = createBotService(config, createHandlers(parts), { now, ...platform });
  const deepLink = createDeepLink(config);
  const render = (card: CardModel) => renderCard(card, { deepLink });
  return {
    receive: (request) => service.receive(request),
    chat: {
      send: (conversation, card) => service.send(conversation, render(card), card.headline),
      update: (conversation, activityId, card) => service.update(conversation, activityId, render(card), card.headline),
    },
  };
};
