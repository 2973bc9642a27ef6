import type { Deps } from './deps';
import { nameOfMatter } from './nameOfMatter';
import type { Announceable, Announced, SentCard } from './ports/delivery';
import type { KeptDelivery, KnownConversation } from './ports/keptDelivery';
import { readPresent, type Present } from './presentRecords';

type Tidying = Pick<Deps, 'store' | 'clock' | 'announcements'> & { readonly kept: KeptDelivery };

/** For so many days it is known which cards somebody was sent about a matter that waits for nobody any more. */
export const cardsKeptForDays = 400;
/** In one run; the next one goes on. */
const mostAtOnce = 5_000;

const isGonePerson = ({ isGone }: Present, key: string): boolean => isGone({ kind: 'people', key });

/**
 * Whoever has no role is sent nothing, and whoever gets one again is met anew. That somebody has removed the app is kept
 * as long as they are in People: they are not given it unasked.
 */
const isNeedless = (present: Present, { conversation: { person, removed } }: KnownConversation): boolean => {
  if (isGonePerson(present, person)) return true;
  return !removed && present.people.get(person)?.roles.length === 0;
};

const isOver = ({ isGone, isSettled }: Present, { matter }: SentCard): boolean =>
  matter.kind === 'work' || isSettled(matter) || isGone(matter);

/** What is held or on its way is left to those who send it. */
const isPast = (present: Present, card: SentCard, before: number): boolean =>
  card.state !== 'held' &&
  card.state !== 'sending' &&
  isOver(present, card) &&
  (Date.parse(card.since) < before || isGonePerson(present, card.person));

const kinds = ['reviews', 'categoryChanges', 'people'] as const;

/** What the names stand for. */
const announceables = (announced: ReadonlyMap<string, Announced>): readonly Announceable[] =>
  kinds.flatMap((kind) => {
    const beginning = nameOfMatter({ kind, key: '' });
    return [...announced.keys()]
      .filter((name) => name.startsWith(beginning))
      .map((name) => ({ kind, key: name.slice(beginning.length) }));
  });

type Drop = () => Promise<boolean>;

async function* pastCards({ clock, kept }: Tidying, present: Present): AsyncIterable<Drop> {
  const before = Date.parse(clock.now()) - cardsKeptForDays * 24 * 3_600_000;
  for await (const some of kept.cards())
    for (const card of some.filter((one) => isPast(present, one, before))) yield () => kept.dropCard(card);
}

/** What is to be dropped, one after another. Addresses are read before the lists: whoever comes meanwhile is in them. */
async function* needless(deps: Tidying): AsyncIterable<Drop> {
  const { announcements, kept } = deps;
  const conversations: KnownConversation[] = [];
  for await (const some of kept.conversations()) conversations.push(...some);
  const announced = await announcements.all();
  const present = await readPresent(deps);
  for (const known of conversations.filter((one) => isNeedless(present, one)))
    yield () => kept.dropConversation(known.conversation.person, known.version);
  for (const what of announceables(announced).filter(present.isGone)) yield () => kept.dropAnnouncement(what);
  yield* pastCards(deps, present);
}

/**
 * Drops what is kept of messages to people and needed no more: the addresses of whoever has no role, cards that are
 * long over, announcements of what is gone. Of anything that cannot be believed nothing is concluded. May run any number
 * of times, and beside itself: what was kept anew meanwhile stays. Answers how many were dropped.
 */
export const tidyDelivery = (deps: Tidying) => async (): Promise<number> => {
  let dropped = 0;
  for await (const drop of needless(deps)) {
    if (await drop()) dropped += 1;
    if (dropped === mostAtOnce) break;
  }
  return dropped;
};
