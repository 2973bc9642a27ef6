import type { Chat, Conversation } from '../shared/application/ports/delivery';
import { admitting, type Admit } from './admitting';
import { createAnswering, readAnswer } from './answering';
import { createBotService, type Platform } from './botbuilder';
import type { BotHandlers, BotRequest, BotResponse, BotServiceConfig } from './botService';
import type { CardModel } from '../shared/schema/card';
import type { LateDecision } from '../shared/schema/lateDecision';
import { renderCard } from './cards/card';
import { createChatLink, createDeepLink } from './cards/deepLink';
import { withRefresh } from './cards/refresh';
import { renderAmongOthers } from './cards/talkCard';
import { createDeciding, type Later } from './lateDecisions';
import { createMessageExtension } from './messageExtension';
import { createRemembering } from './remembering';
import { replyWith } from './replies';
import { createRefreshing } from './refreshing';
import { createSeeing } from './seeing';
import { createSharing } from './sharing';
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
  /** The same for what nobody waits for: they wait where Graph asks to. */
  readonly patient: UseCases;
  readonly later: Later;
  readonly admit: Admit;
  readonly config: BotConfig;
  /** The present instant, ISO 8601 in UTC. */
  readonly now: () => string;
  readonly platform?: Partial<Platform>;
}

export interface Bot {
  receive(request: BotRequest): Promise<BotResponse>;
  /** The application's port: cards out, into people's own chats. */
  readonly chat: Chat;
  /** Carries out a decision that was taken down, and shows on its card what became of it. */
  carryOut(decision: LateDecision): Promise<void>;
}

type Show = Parameters<typeof createDeciding>[0]['show'];

const createHandlers = ({ useCases, config, later }: BotParts, show: Show): BotHandlers => {
  const deepLink = createDeepLink(config);
  const answering = createAnswering(useCases, deepLink);
  const decide = createDeciding({ answering, later, show });
  const talking = createTalking({ useCases, answering, decide, deepLink });
  const seen = createSeeing(useCases);
  const { keep, remember, forget } = createRemembering(useCases);
  const refreshed = createRefreshing({ useCases, answering, deepLink });
  const shared = createSharing({ useCases, deepLink });
  const search = createMessageExtension({ useCases, deepLink });
  const amongOthers = replyWith(renderAmongOthers(createChatLink(config)));

  return {
    async onInstalled({ conversation, greet }) {
      await keep(conversation);
      return greet ? [await talking.welcome(conversation.person)] : [];
    },
    async onRemoved(conversation) {
      await forget(conversation.person);
      await useCases.forgetConversation(conversation);
    },
    async onMessage(message) {
      const [reply] = await Promise.all([talking.answer(message), remember(message.conversation)]);
      return [reply];
    },
    onMessageAmongOthers: async () => [amongOthers],
    async onCardAction(action) {
      const { verb, data } = action;
      void seen(action);
      const looked = await refreshed(action);
      if (looked) return looked;
      const answer = readAnswer(data, verb);
      if (!answer) return { kind: 'error', code: 'BadRequest', message: talking.notRead };
      return { kind: 'card', card: (await decide(action, answer)).card };
    },
    onSharedView: ({ person, data }) => shared(person, data),
    async onSharedAsked({ person, data }) {
      const conversation = await useCases.findConversation(person);
      if (!conversation || conversation.removed) return undefined;
      return { conversation, reply: await shared(person, data) };
    },
    onSearch: ({ person, value }) => search(person, value),
  };
};

/** The bot: what Teams sends goes through a use case and comes back as a card; cards go out through `chat`. */
export const createBot = (parts: BotParts): Bot => {
  const { config, now, platform, patient } = parts;
  const show: Show = async ({ conversation, cardId }, { card, summary }) => {
    if (cardId !== '') await service.update(conversation, cardId, card, summary);
  };
  const service = createBotService(config, admitting(parts.admit, createHandlers(parts, show)), { now, ...platform });
  const deepLink = createDeepLink(config);
  const render = (card: CardModel, { userId }: Conversation) =>
    withRefresh(renderCard(card, { deepLink }), card, userId);
  const inPeace = createAnswering(patient, deepLink);
  return {
    receive: (request) => service.receive(request),
    async carryOut({ conversation, cardId, answer }) {
      await show({ conversation, cardId }, await inPeace.decide(conversation.person, answer));
    },
    chat: {
      open: (person, serviceUrl) => service.open(person, serviceUrl),
      turn: (conversation) => service.turn(conversation),
      send: (conversation, card) => service.send(conversation, render(card, conversation), card.headline),
      update: (conversation, activityId, card) =>
        service.update(conversation, activityId, render(card, conversation), card.headline),
    },
  };
};
