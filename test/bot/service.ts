import { createBotService } from '../../bot/botbuilder';
import type { BotHandlers, BotRequest, CardAction, Message } from '../../bot/botService';
import { adaptiveCard } from '../../bot/cards/adaptiveCard';
import { heading } from '../../bot/cards/lines';
import type { Conversation } from '../../shared/application/ports/delivery';
import { PersonId } from '../../shared/schema/ids';
import { botId, createChat, hazel, serviceUrl, type Signing } from './teams';

export const card = adaptiveCard('Hello', [heading('Hello')]);
export const conversation: Conversation = {
  person: PersonId.parse(hazel),
  conversationId: 'a:hazel',
  serviceUrl,
  userId: '29:hazel',
  botId,
};

/** The bot's service with handlers that keep what reaches them. */
export const setUp = (signing: Signing, changes: Partial<BotHandlers> = {}) => {
  const chat = createChat();
  const messages: Message[] = [];
  const cardActions: CardAction[] = [];
  const installed: { conversation: Conversation; greet: boolean }[] = [];
  const removed: Conversation[] = [];
  const amongOthers: PersonId[] = [];
  const handlers: BotHandlers = {
    async onInstalled(one) {
      installed.push(one);
      return one.greet ? [{ card, summary: 'Welcome' }] : [];
    },
    async onRemoved(from) {
      removed.push(from);
    },
    async onMessageAmongOthers(person) {
      amongOthers.push(person);
      return [{ card, summary: 'In your own chat' }];
    },
    async onMessage(message) {
      messages.push(message);
      return [{ card, summary: 'Hello' }];
    },
    async onCardAction(action) {
      cardActions.push(action);
      return { kind: 'card', card };
    },
    async onSharedView() {
      return { card, summary: 'Hello' };
    },
    async onSharedAsked() {
      return { conversation, reply: { card, summary: 'Hello' } };
    },
    async onSearch() {
      return { composeExtension: { type: 'message', text: 'Nothing.' } };
    },
    ...changes,
  };
  const service = createBotService(signing.config, handlers, chat.platform);
  const receive = async (body: unknown, headers?: BotRequest['headers']) =>
    service.receive({ method: 'POST', headers: headers ?? { authorization: `Bearer ${await signing.token()}` }, body });
  return { chat, service, handlers, receive, messages, cardActions, installed, removed, amongOthers };
};
