import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { readCards, type Cards } from './cards';
import {
  isAbandoned,
  isSameCard,
  placeOf,
  refreshCard,
  settleAbandoned,
  type Delivered,
  type Delivering,
} from './deliverCard';
import type { Deps } from './deps';
import { workMatterOf } from './gatherDigest';
import type { SentCard } from './ports/delivery';
import { readTrust } from './trust';
import { whyAway } from './whyAway';

type Announcing = Delivering & Pick<Deps, 'announcements' | 'notifier'>;

/** Another delivery of the same matter is under way: the queue or the timer asks again. */
export class AnnouncementBusy extends Error {
  constructor() {
    super('Another delivery of this matter is under way.');
    this.name = 'AnnouncementBusy';
  }
}

const rounds = 5;
/** Older digests and reminders are drawn anew when somebody looks at them, and not before. */
const workShownForMs = 7 * 24 * 3_600_000;

const mayNotSee = 'This person may no longer see what this message was about.';

interface Pass {
  readonly deps: Announcing;
  readonly matter: Matter;
  readonly cards: Cards;
  readonly force: boolean;
}

/** Reachable as far as is known: they have the app and have not removed it. */
const reachable = async ({ conversations }: Announcing, person: PersonId): Promise<boolean> => {
  const known = await conversations.get(person);
  return known !== undefined && !known.removed;
};

const save = async ({ deps }: Pass, card: SentCard): Promise<Delivered> =>
  (await deps.sentCards.save(card)) ? 'settled' : 'overtaken';

const isOldWork = ({ matter, since }: SentCard, now: string): boolean =>
  matter.kind === 'work' && Date.parse(now) - Date.parse(since) > workShownForMs;

type Waiting = SentCard & { readonly state: 'held' | 'undeliverable' | 'withdrawn' };
const isWaiting = (card: SentCard): card is Waiting =>
  card.state === 'held' || card.state === 'undeliverable' || card.state === 'withdrawn';

/** Whether it is due. Digests and reminders are, for some days, because somebody claimed them. */
const isDue = ({ deps, matter, cards }: Pass, card: Waiting): boolean =>
  matter.kind === 'work'
    ? card.state !== 'withdrawn' && !isOldWork(card, deps.clock.now())
    : cards.slots.some((slot) => isSameCard(slot, card));

/** Where a card that never arrived should stand: held where it can arrive, withdrawn where it is due no more. */
const standing = async (pass: Pass, card: Waiting): Promise<Waiting['state']> => {
  if (isDue(pass, card))
    return card.state === 'held' || (await reachable(pass.deps, card.person)) ? 'held' : card.state;
  if (pass.matter.kind === 'work') return card.state;
  return pass.cards.hidden?.some((slot) => isSameCard(slot, card)) ? 'undeliverable' : 'withdrawn';
};

const reconsider = async (pass: Pass, card: SentCard): Promise<Delivered> => {
  const { deps } = pass;
  if (!isWaiting(card)) return 'settled';
  const state = await standing(pass, card);
  if (state === card.state) return 'settled';
  const { reason = mayNotSee, ...rest } = card;
  const since = deps.clock.now();
  return save(pass, { ...rest, state, since, ...(state === 'undeliverable' && { reason }) });
};

const redraw = async ({ deps, cards, force }: Pass, card: SentCard): Promise<Delivered> => {
  if (card.state === 'undeliverable' && !(await reachable(deps, card.person))) return 'settled';
  const outcome = await refreshCard(deps, card, cards, force);
  return outcome === 'unreachable' ? 'settled' : outcome;
};

/** One card that is on record. */
const settle = async (pass: Pass, card: SentCard): Promise<Delivered> => {
  const now = pass.deps.clock.now();
  if (card.state === 'sending' && !isAbandoned(card, now)) return 'busy';
  if (card.state === 'sending') {
    await settleAbandoned(pass.deps, card);
    return 'settled';
  }
  if (!placeOf(card) || card.state === 'held') return reconsider(pass, card);
  return isOldWork(card, now) ? 'settled' : redraw(pass, card);
};

/** Every card that is due and not on record is claimed; where its person has left or may not see it, that is noted. */
const claims = async (pass: Pass, existing: readonly SentCard[]): Promise<(() => Promise<Delivered>)[]> => {
  const { deps, matter, cards } = pass;
  const hidden = cards.hidden ?? [];
  const trust = hidden.length > 0 ? await readTrust(deps) : { people: [] };
  const since = deps.clock.now();
  const claim = async (card: Omit<SentCard, 'version' | 'matter' | 'since'>): Promise<Delivered> =>
    (await deps.sentCards.claim({ matter, since, ...card })) ? 'settled' : 'overtaken';
  const isNew = (slot: Cards['slots'][number]): boolean => !existing.some((card) => isSameCard(card, slot));
  const reason = (person: PersonId): string => whyAway(trust, person) ?? mayNotSee;
  return [
    ...cards.slots.filter(isNew).map((due) => () => claim({ ...due, state: 'held' })),
    ...hidden.filter(isNew).map((due) => () => claim({ ...due, state: 'undeliverable', reason: reason(due.person) })),
  ];
};

/** Whatever else is amiss with the matter: who has a card to come is not kept waiting for it. */
const deliverClaimed = async ({ deps, matter }: Pass): Promise<void> => {
  const held = (await deps.sentCards.forMatter(matter)).filter(({ state }) => state === 'held');
  const people = new Set(held.map((card) => card.person));
  await Promise.all([...people].map((person) => deps.notifier.deliver(person)));
};

/**
 * One pass over the cards that were sent and the cards that are due, all of them at once: Teams' limits set the pace. One
 * person's fault keeps nobody else's card back.
 */
const passOver = async (pass: Pass): Promise<Delivered> => {
  const existing = await pass.deps.sentCards.forMatter(pass.matter);
  const outcomes: Delivered[] = [];
  const faults: unknown[] = [];
  const steps = [...existing.map((card) => () => settle(pass, card)), ...(await claims(pass, existing))];
  await Promise.all(
    steps.map((step) =>
      step().then(
        (outcome) => void outcomes.push(outcome),
        (fault: unknown) => void faults.push(fault),
      ),
    ),
  );
  await deliverClaimed(pass);
  if (faults.length > 0) throw faults[0];
  if (outcomes.includes('busy')) return 'busy';
  return outcomes.includes('overtaken') ? 'overtaken' : 'settled';
};

/** Digests and reminders of whoever has a card of the matter are drawn anew, now that it has moved on. */
const redrawWork = async (deps: Announcing, matter: Matter): Promise<void> => {
  if (matter.kind === 'work') return;
  const people = new Set((await deps.sentCards.forMatter(matter)).map(({ person }) => person));
  for (const person of people) {
    const shown = await deps.sentCards.forMatter(workMatterOf(person));
    if (shown.some(({ state }) => state === 'sent' || state === 'sending'))
      await deps.notifier.announce(workMatterOf(person));
  }
};

const isSettled = async (deps: Announcing, matter: Matter, { version }: Cards): Promise<boolean> =>
  matter.kind === 'work' || (await readCards(deps, matter))?.version === version;

/** What was tried in vain is noted, so that the sweep knows a newer version from it. */
const noteFailed = async ({ announcements }: Announcing, matter: Matter, version: string): Promise<void> => {
  if (matter.kind === 'work') return;
  // What counts is the fault of the announcing itself; without the note the version gets one more go.
  await announcements.recordFailed(matter, version).catch(() => undefined);
};

/**
 * Makes every card of a matter show its present state and holds those that are due, to be sent in a moment. May run any
 * number of times, and at the same time as itself. Where the matter changed meanwhile, or another delivery got in
 * between, it goes over the cards again. The version is recorded as announced only when all is settled; otherwise it
 * throws, and the queue or the timer asks again. A person's work has no version, and is never recorded.
 */
export const announceMatter =
  (deps: Announcing) =>
  async (matter: Matter): Promise<void> => {
    let force = false;
    for (let round = 0; round < rounds; round += 1) {
      const cards = await readCards(deps, matter);
      if (!cards) return;
      const outcome: Delivered = await passOver({ deps, matter, cards, force }).catch(async (fault: unknown) => {
        await noteFailed(deps, matter, cards.version);
        throw fault;
      });
      if (outcome === 'busy') throw new AnnouncementBusy();
      if (outcome === 'settled' && (await isSettled(deps, matter, cards))) {
        await redrawWork(deps, matter);
        if (matter.kind !== 'work') await deps.announcements.record(matter, cards.version);
        return;
      }
      force = outcome === 'overtaken';
    }
    throw new AnnouncementBusy();
  };
