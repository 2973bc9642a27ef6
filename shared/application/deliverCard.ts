import { createHash } from 'node:crypto';
import type { CardModel } from '../schema/card';
import type { Matter } from '../schema/matter';
import type { Cards } from './cards';
import type { Deps } from './deps';
import type { SentCard } from './ports/delivery';

type Delivering = Pick<Deps, 'conversations' | 'sentCards' | 'chat' | 'clock'>;

/** How long a send may stay without an outcome before somebody else takes it over. */
const abandonedAfterMs = 120_000;

/** What became of one card: `busy` where another delivery has it in hand. */
export type Delivered = 'settled' | 'busy' | 'overtaken';

const digestOf = (card: CardModel): string => createHash('sha256').update(JSON.stringify(card)).digest('base64url');

const abandoned = (card: SentCard, now: string): boolean => Date.parse(now) - Date.parse(card.since) > abandonedAfterMs;

/** Where a sent card stands; undefined for one that never arrived. */
const placeOf = ({ activityId, conversationId, serviceUrl }: SentCard) =>
  activityId && conversationId && serviceUrl ? { activityId, in: { conversationId, serviceUrl } } : undefined;

/**
 * Brings a card that was sent up to date. The record says 'unknown' while the message is on its way, so that a process
 * that dies in between leaves a card that the next announcement draws again; where another delivery got in between,
 * the caller draws it once more from the present state.
 */
export const refreshCard = async (
  deps: Delivering,
  sent: SentCard,
  cards: Cards,
  force: boolean,
): Promise<Delivered> => {
  const card = cards.cardFor(sent.person, sent.slot);
  const shows = digestOf(card);
  const place = placeOf(sent);
  if (!place || (sent.shows === shows && !force)) return 'settled';
  const held = await deps.sentCards.save({ ...sent, shows: 'unknown' });
  if (!held) return 'overtaken';
  const known = await deps.conversations.get(sent.person);
  const conversation = { userId: '', botId: '', ...known, person: sent.person, ...place.in };
  const outcome = await deps.chat.update(conversation, place.activityId, card);
  const since = deps.clock.now();
  const saved = await deps.sentCards.save(
    outcome.status === 'delivered'
      ? { ...held, shows }
      : { ...held, state: 'undeliverable', since, shows: 'unknown', reason: outcome.reason },
  );
  return saved ? 'settled' : 'overtaken';
};

const notInstalled = 'Assured is not installed for this person in Teams.';

/** Sends into a slot that this delivery holds. */
const sendInto = async (deps: Delivering, held: SentCard, cards: Cards): Promise<Delivered> => {
  const conversation = await deps.conversations.get(held.person);
  const since = deps.clock.now();
  if (!conversation) {
    await deps.sentCards.save({ ...held, state: 'undeliverable', since, reason: notInstalled });
    return 'settled';
  }
  const card = cards.cardFor(held.person, held.slot);
  const outcome = await deps.chat.send(conversation, card);
  const { conversationId, serviceUrl } = conversation;
  const saved = await deps.sentCards.save(
    outcome.status === 'delivered'
      ? {
          ...held,
          state: 'sent',
          since,
          activityId: outcome.activityId,
          conversationId,
          serviceUrl,
          shows: digestOf(card),
        }
      : { ...held, state: 'undeliverable', since, reason: outcome.reason },
  );
  return saved ? 'settled' : 'overtaken';
};

/** Why a card that is on record is not sent again now. */
const notYetDue = async (deps: Delivering, existing: SentCard, now: string): Promise<Delivered | undefined> => {
  if (existing.state === 'sent') return 'settled';
  if (existing.state === 'sending') return abandoned(existing, now) ? undefined : 'busy';
  return (await deps.conversations.get(existing.person)) ? undefined : 'settled';
};

/**
 * Sends a card that is due, once: the slot is claimed before sending. A send whose outcome was never recorded is taken
 * over after two minutes, because a second card does less harm than a missing one: its buttons are answered truthfully.
 */
export const sendCard = async (
  deps: Delivering,
  matter: Matter,
  due: { person: SentCard['person']; slot: string },
  existing: SentCard | undefined,
  cards: Cards,
): Promise<Delivered> => {
  const since = deps.clock.now();
  if (!existing) {
    const claimed = await deps.sentCards.claim({ matter, ...due, state: 'sending', since });
    return claimed ? sendInto(deps, claimed, cards) : 'busy';
  }
  const waiting = await notYetDue(deps, existing, since);
  if (waiting) return waiting;
  const taken = await deps.sentCards.save({ ...existing, state: 'sending', since });
  return taken ? sendInto(deps, taken, cards) : 'overtaken';
};

/** A send that was given up and is due no more: kept for the administrator to see. */
export const settleAbandoned = async (deps: Delivering, card: SentCard): Promise<Delivered> => {
  const since = deps.clock.now();
  if (card.state !== 'sending') return 'settled';
  if (!abandoned(card, since)) return 'busy';
  const reason = 'It is not known whether this message arrived.';
  await deps.sentCards.save({ ...card, state: 'undeliverable', since, reason });
  return 'settled';
};
