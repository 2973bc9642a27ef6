import { outOfReachWords } from '../shared/application/outOfReachWords';
import type { Conversation } from '../shared/application/ports/delivery';
import { StoreOutOfReach, StoreUnavailable } from '../shared/application/ports/store';
import { TrustNotSetUp } from '../shared/application/trust';
import { Activity, readArrival, type Arrival, type NotTaken } from './activity';
import type { Duplicates } from './duplicates';
import { told } from './replies';
import type { BotHandlers, BotRequest, BotResponse, CardActionAnswer, Reply, SharedView } from './botService';

/** `unavailable`: the keys to check the token with could not be had, so nothing is known about the sender. */
export type Authentication =
  | { readonly kind: 'teams' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'unavailable'; readonly fault: unknown };

export interface Receiving {
  readonly tenantId: string;
  /** Checks the token of the request against the activity: who signed it, for whom, from which service. */
  readonly authenticate: (activity: Activity, authorization: string) => Promise<Authentication>;
  readonly reply: (conversation: Conversation, replyTo: string, reply: Reply) => Promise<void>;
  readonly handlers: BotHandlers;
  readonly duplicates: Duplicates;
}

const invokeAnswer = (statusCode: number, type: string, value: unknown): BotResponse => ({
  status: 200,
  body: { statusCode, type, value },
});

const errorAnswer = (statusCode: number, code: string, message: string): BotResponse =>
  invokeAnswer(statusCode, 'application/vnd.microsoft.error', { code, message });

/** Always HTTP 200: what happened stands in the body (facts §4.2). */
const cardAnswer = (answer: CardActionAnswer): BotResponse => {
  if (answer.kind === 'card') return invokeAnswer(200, 'application/vnd.microsoft.card.adaptive', answer.card);
  if (answer.kind === 'message') return invokeAnswer(200, 'application/vnd.microsoft.activity.message', answer.text);
  return errorAnswer(400, answer.code, answer.message);
};

const notTaken = {
  elsewhere: 'Decisions are taken in your own chat with Assured. Please open it there.',
  otherTenant: 'Assured belongs to another organisation than the one you are signed in to.',
  nobody: 'Teams did not say who you are. Please sign in to Teams again.',
  unreadable: 'This button could not be read. Please open Assured to go on.',
} satisfies Record<NotTaken, string>;

const outOfOrder = 'Assured cannot be reached at the moment. Please try again in a minute: nothing is decided twice.';

const searchMessage = (text: string): BotResponse => ({
  status: 200,
  body: { composeExtension: { type: 'message', text } },
});

/** Not as an answer to anything in the chat where the card is: others read that one. */
const replyingAlone = async ({ handlers, reply }: Receiving, arrival: SharedView): Promise<void> => {
  const answer = await handlers.onSharedAsked(arrival);
  if (answer) await reply(answer.conversation, '', answer.reply);
};

const replying = async (
  { reply }: Receiving,
  arrival: { conversation: Conversation; activityId: string },
  replies: readonly Reply[],
) => {
  for (const one of replies) await reply(arrival.conversation, arrival.activityId, one);
};

const act = async (receiving: Receiving, arrival: Arrival): Promise<BotResponse> => {
  const { handlers } = receiving;
  switch (arrival.kind) {
    case 'installed':
      await replying(receiving, arrival, await handlers.onInstalled(arrival));
      return { status: 200 };
    case 'removed':
      await handlers.onRemoved(arrival.conversation);
      return { status: 200 };
    case 'message':
      await replying(receiving, arrival, await handlers.onMessage(arrival));
      return { status: 200 };
    case 'messageAmongOthers':
      await replying(receiving, arrival, await handlers.onMessageAmongOthers(arrival.person));
      return { status: 200 };
    case 'cardAction':
      return cardAnswer(await handlers.onCardAction(arrival));
    case 'cardNotTaken':
      return errorAnswer(400, 'NotTaken', notTaken[arrival.why]);
    case 'sharedView':
      return cardAnswer({ kind: 'card', card: (await handlers.onSharedView(arrival)).card });
    case 'sharedAsked':
      await replyingAlone(receiving, arrival);
      return { status: 200 };
    case 'search':
      return { status: 200, body: await handlers.onSearch(arrival) };
    case 'searchNotTaken':
      return searchMessage(notTaken[arrival.why]);
    case 'invokeUnknown':
      return { status: 501 };
    case 'ignored':
      return { status: 200 };
  }
};

/** What is answered with a message of its own, and so must not be answered twice. */
const withMessage = new Set<Arrival['kind']>(['message', 'messageAmongOthers', 'installed', 'sharedAsked']);
const answeredOnce = (arrival: Arrival): string =>
  withMessage.has(arrival.kind) && 'activityId' in arrival ? arrival.activityId : '';

/** What will not pass by itself is called by its name. */
const wordsFor = (fault: unknown): string =>
  fault instanceof StoreOutOfReach ? outOfReachWords[fault.why].detail : outOfOrder;

const cannotReadTrust = (fault: unknown): boolean =>
  [StoreOutOfReach, StoreUnavailable, TrustNotSetUp].some((kind) => fault instanceof kind);

/**
 * A card's button and a search get words. Whoever gets the app while the trust cannot be read is known all the same, and
 * not greeted: there is nothing to tell them yet. The rest Teams sends again.
 */
const failed = ({ kind }: Arrival, fault: unknown): BotResponse => {
  if (kind === 'installed' && cannotReadTrust(fault)) return { status: 200, fault };
  const words = wordsFor(fault);
  if (kind === 'cardAction' || kind === 'sharedView') return { ...errorAnswer(500, 'Unavailable', words), fault };
  return kind === 'search' ? { ...searchMessage(words), fault } : { status: 503, fault };
};

/** Whoever writes is told what an administrator has to put right: to ask again would not help. */
const tellWhy = async ({ reply }: Receiving, arrival: Arrival, fault: unknown): Promise<BotResponse | undefined> => {
  if (arrival.kind !== 'message' || !(fault instanceof StoreOutOfReach)) return undefined;
  return reply(arrival.conversation, arrival.activityId, told(wordsFor(fault))).then(
    () => ({ status: 200, fault }),
    () => undefined,
  );
};

/** A fault never reaches the sender. */
const actSafely = async (receiving: Receiving, arrival: Arrival): Promise<BotResponse> => {
  const { duplicates } = receiving;
  if (!duplicates.isFirst(answeredOnce(arrival))) return { status: 200 };
  try {
    return await act(receiving, arrival);
  } catch (fault) {
    const toldWhy = await tellWhy(receiving, arrival, fault);
    if (toldWhy) return toldWhy;
    duplicates.forget(answeredOnce(arrival));
    return failed(arrival, fault);
  }
};

/**
 * The messages endpoint: 405 for anything but POST, 400 for what is no activity, 401 for whoever is not Teams,
 * 503 while the sender cannot be checked. Everything else is 200, refusals included.
 */
export const createReceive =
  (receiving: Receiving) =>
  async ({ method, headers, body }: BotRequest): Promise<BotResponse> => {
    if (method.toUpperCase() !== 'POST') return { status: 405, headers: { allow: 'POST' } };
    const activity = Activity.safeParse(body);
    if (!activity.success) return { status: 400 };
    // Other channels have other ways to sign, which this bot has no use for.
    if (activity.data.channelId !== 'msteams') return { status: 401 };
    const sender = await receiving.authenticate(activity.data, headers['authorization'] ?? '');
    if (sender.kind === 'stranger') return { status: 401 };
    if (sender.kind === 'unavailable') return { status: 503, fault: sender.fault };
    return actSafely(receiving, readArrival(activity.data, receiving.tenantId));
  };
