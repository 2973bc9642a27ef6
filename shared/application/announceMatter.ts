import type { Matter } from '../schema/matter';
import { readCards, type Cards } from './cards';
import { refreshCard, sendCard, settleAbandoned, type Delivered } from './deliverCard';
import type { Deps } from './deps';

type Announcing = Pick<Deps, 'store' | 'clock' | 'conversations' | 'sentCards' | 'announcements' | 'chat'>;

/** Another delivery of the same matter is under way: the queue or the timer asks again. */
export class AnnouncementBusy extends Error {
  constructor() {
    super('Another delivery of this matter is under way.');
    this.name = 'AnnouncementBusy';
  }
}

const rounds = 5;

/** One pass over the cards that were sent and the cards that are due. One person's fault keeps nobody else's card back. */
const pass = async (deps: Announcing, matter: Matter, cards: Cards, force: boolean): Promise<Delivered> => {
  const existing = await deps.sentCards.forMatter(matter);
  const outcomes: Delivered[] = [];
  const faults: unknown[] = [];
  const attempt = async (deliver: () => Promise<Delivered>): Promise<void> => {
    try {
      outcomes.push(await deliver());
    } catch (fault) {
      faults.push(fault);
    }
  };
  for (const sent of existing) {
    const due = cards.slots.some((slot) => slot.person === sent.person && slot.slot === sent.slot);
    if (sent.state === 'sent') await attempt(() => refreshCard(deps, sent, cards, force));
    else if (!due) await attempt(() => settleAbandoned(deps, sent));
  }
  for (const due of cards.slots) {
    const sent = existing.find((card) => card.person === due.person && card.slot === due.slot);
    await attempt(() => sendCard(deps, matter, due, sent, cards));
  }
  if (faults.length > 0) throw faults[0];
  if (outcomes.includes('busy')) return 'busy';
  return outcomes.includes('overtaken') ? 'overtaken' : 'settled';
};

/**
 * Makes every card of a matter show its present state and sends those that are due. May run any number of times, and
 * at the same time as itself. Where the matter changed meanwhile, or another delivery got in between, it goes over the
 * cards again. The version is recorded as announced only when all is settled; otherwise it throws, and the queue or
 * the timer asks again.
 */
export const announceMatter =
  (deps: Announcing) =>
  async (matter: Matter): Promise<void> => {
    let force = false;
    for (let round = 0; round < rounds; round += 1) {
      const cards = await readCards(deps, matter);
      if (!cards) return;
      const outcome = await pass(deps, matter, cards, force);
      if (outcome === 'busy') throw new AnnouncementBusy();
      const after = await readCards(deps, matter);
      if (outcome === 'settled' && after?.version === cards.version) {
        await deps.announcements.record(matter, cards.version);
        return;
      }
      force = outcome === 'overtaken';
    }
    throw new AnnouncementBusy();
  };
