import type { PersonId } from '../schema/ids';
import { readCards, type Cards } from './cards';
import { dueCard, sendCard, type Delivering } from './deliverCard';
import type { Deps } from './deps';
import { gatherDigest, type Drawn } from './gatherDigest';
import type { Conversation, SentCard } from './ports/delivery';
import { nameOfMatter } from './nameOfMatter';
import { maySendNow } from './sendingNow';
import { readTrust } from './trust';
import { whyAway } from './whyAway';
import { announceSafely } from './writing';

type DeliveringHeld = Delivering & Pick<Deps, 'installer' | 'notifier' | 'sendAtAnyHour'>;

const giveUp = async (
  { sentCards, clock }: Pick<Deps, 'sentCards' | 'clock'>,
  cards: readonly SentCard[],
  reason: string,
): Promise<void> => {
  for (const card of cards) await sentCards.save({ ...card, state: 'undeliverable', since: clock.now(), reason });
};

const removed = 'This person has removed Assured in Teams.';

/** A chat to send into, or why there is none: no reason where Teams tells of it in a moment. */
type Reached = { readonly conversation: Conversation } | { readonly reason?: string };

const standing = (conversation: Conversation): Reached =>
  conversation.removed ? { reason: removed } : { conversation };

/** Somebody else may have kept their chat, or its removal, meanwhile: that counts. What could not reach them is due anew. */
const keepOpened = async (deps: DeliveringHeld, opened: Conversation): Promise<Reached> => {
  const reached = standing(await deps.conversations.add(opened));
  if (!('conversation' in reached)) return reached;
  for (const { matter } of await deps.sentCards.inState(['undeliverable'], opened.person))
    await announceSafely(deps.notifier, matter);
  return reached;
};

/**
 * Gives the person the app. Whoever has it, or may have it all the same, is written to in the chat that Teams has not
 * told of; whether they do only Teams' chat can say.
 */
const meet = async (deps: DeliveringHeld, person: PersonId): Promise<Reached> => {
  const installation = await deps.installer.install(person);
  if (installation.status === 'installed') return {};
  const opened = await deps.chat.open(person, await deps.conversations.serviceUrl());
  if (opened.status === 'opened') return keepOpened(deps, opened.conversation);
  return { reason: installation.status === 'refused' ? installation.reason : opened.reason };
};

const reach = async (
  deps: DeliveringHeld,
  person: PersonId,
  cards: readonly SentCard[],
): Promise<Conversation | undefined> => {
  const known = await deps.conversations.get(person);
  const reached = known ? standing(known) : await meet(deps, person);
  if ('conversation' in reached) return reached.conversation;
  if (reached.reason !== undefined) await giveUp(deps, cards, reached.reason);
  return undefined;
};

/** What the held cards say now. Those with nothing to say any more are withdrawn. */
const draw = async (deps: DeliveringHeld, held: readonly SentCard[]): Promise<readonly Drawn[]> => {
  const read = new Map<string, Cards | undefined>();
  const drawn: Drawn[] = [];
  for (const one of held) {
    const name = nameOfMatter(one.matter);
    if (!read.has(name)) read.set(name, await readCards(deps, one.matter));
    const card = dueCard(read.get(name), one);
    if (card) drawn.push({ held: one, card });
    else await deps.sentCards.save({ ...one, state: 'withdrawn' });
  }
  return drawn;
};

/** One card's fault keeps no other back; the first is thrown at the end, and the queue asks again. */
const sendEach = async (
  deps: DeliveringHeld,
  cards: readonly SentCard[],
  conversation: Conversation,
): Promise<void> => {
  const faults: unknown[] = [];
  for (const card of cards) await sendCard(deps, card, conversation).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults[0];
};

/**
 * Sends what is held for a person: within the sending hours all of it, outside them what somebody chose to send at
 * once. Without a known chat the app is installed, and the cards wait for Teams to tell of it; where it was installed
 * before, the chat is opened. Whoever cannot be reached, or has left, is noted for the administrator. May run any number
 * of times, and beside itself.
 */
export const deliverHeld =
  (deps: DeliveringHeld) =>
  async (person: PersonId): Promise<void> => {
    const trust = await readTrust(deps);
    const held = await deps.sentCards.inState(['held'], person);
    const away = whyAway(trust, person);
    if (away !== undefined) return giveUp(deps, held, away);
    const now = maySendNow(deps, trust.settings);
    const going = held.filter(({ urgent = false }) => urgent || now);
    if (going.length === 0) return;
    const conversation = await reach(deps, person, going);
    if (!conversation) return;
    const { digestFrom } = trust.settings.delivery;
    const cards = await gatherDigest(deps, person, going, { digestFrom, draw: () => draw(deps, going) });
    await sendEach(deps, cards, conversation);
  };
