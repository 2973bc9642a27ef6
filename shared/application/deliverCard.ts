import { createHash } from 'node:crypto';
import type { CardModel } from '../schema/card';
import { readCards, type Cards } from './cards';
import type { Deps } from './deps';
import type { ChatOutcome, Conversation, SentCard } from './ports/delivery';

export type Delivering = Pick<Deps, 'store' | 'clock' | 'conversations' | 'sentCards' | 'chat'>;

/** How long a send may stay without an outcome: whoever began it has died. */
const abandonedAfterMs = 120_000;

/**
 * What became of one card: `busy` where another delivery has it in hand, `overtaken` where another one got in between,
 * `unreachable` where its person cannot be reached.
 */
export type Delivered = 'settled' | 'busy' | 'overtaken' | 'unreachable';

/** A digest of what a card shows. The moment at which it was drawn is not part of it. */
const digestOf = (card: CardModel): string => {
  const { asAt: _asAt, ...shown } = { asAt: '', ...card };
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
};

export const isAbandoned = ({ state, since }: SentCard, now: string): boolean =>
  state === 'sending' && Date.parse(now) - Date.parse(since) > abandonedAfterMs;

const unknownArrival = 'It is not known whether this message arrived: its sending was cut off.';

/** A send whose process died: it may have arrived, so it is never sent again by itself. */
export const settleAbandoned = async (
  { sentCards, clock }: Pick<Deps, 'sentCards' | 'clock'>,
  card: SentCard,
): Promise<void> => {
  await sentCards.save({ ...card, state: 'unsure', since: clock.now(), reason: unknownArrival });
};

export const withoutReason = ({ reason: _reason, ...card }: SentCard): SentCard => card;

/** Where a sent card stands; undefined for one that never arrived. */
export const placeOf = ({ activityId, conversationId, serviceUrl }: SentCard) =>
  activityId && conversationId && serviceUrl ? { activityId, in: { conversationId, serviceUrl } } : undefined;

const redrawn = async (
  deps: Delivering,
  held: SentCard,
  shows: string,
  outcome: ChatOutcome,
): Promise<SentCard | undefined> => {
  // An edit may be repeated: it is made anew until it is known to have arrived.
  if (outcome.status === 'unsure') return undefined;
  if (outcome.status === 'delivered')
    return deps.sentCards.save({ ...withoutReason(held), state: 'sent', since: held.since, shows });
  const since = held.state === 'undeliverable' ? held.since : deps.clock.now();
  return deps.sentCards.save({ ...held, state: 'undeliverable', since, reason: outcome.reason });
};

/**
 * Brings a card that was sent up to date. The record says 'unknown' while the message is on its way, so that a process
 * that dies in between leaves a card that the next announcement draws again; where another delivery got in between,
 * the caller draws it once more from the present state.
 */
export const refreshCard = async (
  deps: Delivering,
  sent: SentCard,
  cards: Pick<Cards, 'cardFor'>,
  force = false,
): Promise<Delivered> => {
  const place = placeOf(sent);
  const card = cards.cardFor(sent.person, sent.slot);
  const shows = digestOf(card);
  if (!place || (sent.shows === shows && !force)) return 'settled';
  const held = await deps.sentCards.save({ ...sent, shows: 'unknown' });
  if (!held) return 'overtaken';
  const known = await deps.conversations.get(sent.person);
  const conversation = { userId: '', botId: '', ...known, person: sent.person, ...place.in };
  const outcome = await deps.chat.update(conversation, place.activityId, card);
  const saved = await redrawn(deps, held, shows, outcome);
  if (!saved) return 'overtaken';
  return saved.state === 'sent' ? 'settled' : 'unreachable';
};

/** What a held card says now; undefined where there is nothing to say any more. */
export const dueCard = (cards: Cards | undefined, { matter, person, slot }: SentCard): CardModel | undefined => {
  if (!cards) return undefined;
  const card = cards.cardFor(person, slot);
  if (matter.kind === 'work') return card.card === 'work' && card.items.length > 0 ? card : undefined;
  return cards.slots.some((due) => due.person === person && due.slot === slot) ? card : undefined;
};

const settledAs = (
  sending: SentCard,
  outcome: ChatOutcome,
  { conversationId, serviceUrl }: Conversation,
  shown: { readonly card: CardModel; readonly at: string },
): SentCard => {
  const settled = { ...withoutReason(sending), since: shown.at };
  if (outcome.status === 'delivered') {
    const { activityId } = outcome;
    return { ...settled, state: 'sent', activityId, conversationId, serviceUrl, shows: digestOf(shown.card) };
  }
  const state = outcome.status === 'unsure' ? 'unsure' : 'undeliverable';
  return { ...settled, state, reason: outcome.reason };
};

export const isSameCard = (a: Pick<SentCard, 'person' | 'slot'>, b: Pick<SentCard, 'person' | 'slot'>): boolean =>
  a.person === b.person && a.slot === b.slot;

/** Where the send was taken for cut off meanwhile, what became of it is known all the same. */
const record = async (deps: Delivering, settled: SentCard): Promise<Delivered> => {
  const outcome = settled.state === 'undeliverable' ? 'unreachable' : 'settled';
  if (await deps.sentCards.save(settled)) return outcome;
  const present = (await deps.sentCards.forMatter(settled.matter)).find((card) => isSameCard(card, settled));
  if (present?.state === 'unsure') await deps.sentCards.save({ ...settled, version: present.version });
  return 'overtaken';
};

/**
 * Sends a held card, once. It is recorded as on its way before it is drawn, so that an announcement of something newer
 * waits for it; what Teams did not take is held again, and the fault thrown. A card with nothing to say any more is
 * withdrawn.
 */
export const sendCard = async (deps: Delivering, held: SentCard, conversation: Conversation): Promise<Delivered> => {
  await deps.chat.turn(conversation);
  const begun = { ...withoutReason(held), state: 'sending' as const, since: deps.clock.now() };
  const sending = await deps.sentCards.save(begun);
  if (!sending) return 'overtaken';
  const send = async (): Promise<SentCard> => {
    const card = dueCard(await readCards(deps, held.matter), held);
    if (!card) return { ...sending, state: 'withdrawn' };
    const outcome = await deps.chat.send(conversation, card);
    return settledAs(sending, outcome, conversation, { card, at: deps.clock.now() });
  };
  const settled = await send().catch(async (fault: unknown) => {
    await deps.sentCards.save({ ...sending, state: 'held', since: held.since }).catch(() => undefined);
    throw fault;
  });
  return record(deps, settled);
};
