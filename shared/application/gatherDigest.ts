import type { CardModel } from '../schema/card';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { readCards } from './cards';
import { isAbandoned, isSameCard, refreshCard, settleAbandoned, type Delivering } from './deliverCard';
import type { SentCard } from './ports/delivery';

const hour = 3_600_000;
const minute = 60_000;

/** What waits for a person, as a matter of its own: its cards are digests and reminders. */
export const workMatterOf = (person: PersonId): Matter => ({ kind: 'work', key: person });

const prefix = 'digest-';
const isDigest = ({ matter, slot }: SentCard): boolean => matter.kind === 'work' && slot.startsWith(prefix);

const within = ({ since }: SentCard, now: string): boolean => Date.parse(now) - Date.parse(since) < hour;

const slotAt = (now: string, length: number): string =>
  `${prefix}${new Date(Math.floor(Date.parse(now) / length) * length).toISOString()}`;

/** One name for the whole hour, so that two who gather at once claim the same; another where that one is in doubt. */
const newSlot = (now: string, digests: readonly SentCard[]): string => {
  const usual = slotAt(now, hour);
  return digests.some(({ slot, state }) => slot === usual && state === 'unsure') ? slotAt(now, minute) : usual;
};

const readDigests = async ({ sentCards }: Delivering, person: PersonId): Promise<readonly SentCard[]> =>
  (await sentCards.forMatter(workMatterOf(person))).filter(isDigest);

/** The digest to fill: held already, or claimed now; undefined where another gatherer was quicker. */
const claimDigest = async (
  { sentCards, clock }: Delivering,
  person: PersonId,
  digests: readonly SentCard[],
): Promise<SentCard | undefined> => {
  const now = clock.now();
  const fresh = {
    matter: workMatterOf(person),
    person,
    slot: newSlot(now, digests),
    state: 'held' as const,
    since: now,
  };
  const used = digests.find((digest) => isSameCard(digest, fresh));
  if (!used) return sentCards.claim(fresh);
  return used.state === 'withdrawn' || used.state === 'undeliverable'
    ? sentCards.save({ ...fresh, version: used.version })
    : undefined;
};

/** Around the change of an hour two may have claimed one each: the earlier one stays. */
const yields = async (deps: Delivering, mine: SentCard): Promise<boolean> => {
  const others = await readDigests(deps, mine.person);
  const earlier = others.some(
    ({ slot, state, since }) =>
      slot < mine.slot &&
      (['held', 'sending', 'sent'] as const).some((live) => live === state) &&
      within({ ...mine, since }, mine.since),
  );
  if (earlier) await deps.sentCards.save({ ...mine, state: 'withdrawn' });
  return earlier;
};

const absorb = async ({ sentCards, clock }: Delivering, joining: readonly Drawn[]): Promise<void> => {
  for (const { held } of joining) await sentCards.save({ ...held, state: 'inDigest', since: clock.now() });
};

/** What somebody chose to send at once goes by itself. */
const mayJoin = (held: SentCard): boolean => held.urgent !== true && !isDigest(held);
const joins = ({ held }: Drawn): boolean => mayJoin(held);

/** A held card and what it says now. */
export interface Drawn {
  readonly held: SentCard;
  readonly card: CardModel;
}

/** Whether a card says nothing that the digest does not list: outcomes, and what others are overdue with, go alone. */
const standsOn =
  (digest: CardModel) =>
  ({ card }: Drawn): boolean => {
    if (digest.card !== 'work') return false;
    if (card.card === 'work') return card.occasion === 'reminder';
    return digest.items.some(({ subPageId }) => subPageId === card.subPageId);
  };

const without = (drawn: readonly Drawn[], joining: readonly Drawn[]): readonly SentCard[] =>
  drawn.filter((one) => !joining.includes(one)).map(({ held }) => held);

/** The recent digest is drawn anew first: who dies in between leaves the cards held, and nothing is lost. */
const intoRecent = async (
  deps: Delivering,
  recent: SentCard,
  drawn: readonly Drawn[],
): Promise<readonly SentCard[]> => {
  const cards = await readCards(deps, recent.matter);
  const joining = cards ? drawn.filter(joins).filter(standsOn(cards.cardFor(recent.person, recent.slot))) : [];
  if (!cards || joining.length === 0) return without(drawn, []);
  const outcome = await refreshCard(deps, recent, cards);
  if (outcome === 'unreachable') return without(drawn, []);
  if (outcome === 'settled') await absorb(deps, joining);
  return without(drawn, joining);
};

interface Wanted {
  readonly person: PersonId;
  readonly digestFrom: number;
  readonly digests: readonly SentCard[];
  /** Claimed before, and not sent yet. */
  readonly begun: SentCard | undefined;
}

/** What joins the digest that was begun, or a new one; none where they are too few for one. */
const joiningNew = async (deps: Delivering, { person, begun, digestFrom }: Wanted, drawn: readonly Drawn[]) => {
  const few = (joining: readonly Drawn[]): boolean => !begun && joining.length < digestFrom;
  if (few(drawn.filter(joins))) return [];
  const cards = await readCards(deps, workMatterOf(person));
  const joining = cards ? drawn.filter(joins).filter(standsOn(cards.cardFor(person, prefix))) : [];
  return few(joining) ? [] : joining;
};

/** A digest that was begun is gone on with, however few cards are left for it. */
const intoNew = async (deps: Delivering, wanted: Wanted, drawn: readonly Drawn[]): Promise<readonly SentCard[]> => {
  const { person, begun, digests } = wanted;
  const joining = await joiningNew(deps, wanted, drawn);
  if (!begun && joining.length === 0) return without(drawn, []);
  const alone = without(drawn, joining).filter((card) => !isDigest(card));
  const digest = begun ?? (await claimDigest(deps, person, digests));
  if (!digest || (await yields(deps, digest))) return alone;
  await absorb(deps, joining);
  return [...alone, digest];
};

/** Those whose sending was cut off long ago are under way no more. */
const readSettled = async (deps: Delivering, person: PersonId, now: string): Promise<readonly SentCard[]> => {
  const digests = await readDigests(deps, person);
  for (const digest of digests) if (isAbandoned(digest, now)) await settleAbandoned(deps, digest);
  return digests;
};

interface Gathering {
  readonly digestFrom: number;
  /** What the held cards say now: read only where some of them may belong together. */
  readonly draw: () => Promise<readonly Drawn[]>;
}

/**
 * Which cards to send of those that are held for a person: many become one digest, or stand on one that was sent within
 * the hour; from `digestFrom` cards on. Two who gather at once fill one digest. While another one is sending theirs,
 * what could join it waits.
 */
export const gatherDigest = async (
  deps: Delivering,
  person: PersonId,
  held: readonly SentCard[],
  { digestFrom, draw }: Gathering,
): Promise<readonly SentCard[]> => {
  const now = deps.clock.now();
  const digests = await readSettled(deps, person, now);
  const underWay = digests.some((digest) => digest.state === 'sending' && !isAbandoned(digest, now));
  if (underWay) return held.filter((one) => !mayJoin(one));
  const recent = digests.find((digest) => digest.state === 'sent' && within(digest, now));
  const begun = held.find(isDigest);
  if (!recent && !begun && held.length < digestFrom) return held;
  const drawn = await draw();
  const stillBegun = drawn.map((one) => one.held).find(isDigest);
  return recent && !stillBegun
    ? intoRecent(deps, recent, drawn)
    : intoNew(deps, { person, digestFrom, digests, begun: stillBegun }, drawn);
};
