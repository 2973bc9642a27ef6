import type { Person } from '../schema/people';
import { lastDayOf, slotOn } from '../domain/cards/workCard';
import { isLeaderDue, isReminderDue } from '../domain/reminders';
import type { Deps } from './deps';
import type { SentCard } from './ports/delivery';
import { overdueOfOthers, readPresentWork, workOf, type PresentWork } from './presentWork';
import { maySendNow } from './sendingNow';
import { readTrust } from './trust';

type Reminding = Pick<Deps, 'store' | 'clock' | 'sentCards' | 'notifier' | 'sendAtAnyHour'>;

/** What somebody may have to be reminded of; both are empty for most people at most times. */
const datedWork = (work: PresentWork, person: Person) => ({
  own: workOf(work, person).filter(({ dueOn }) => dueOn !== undefined),
  others: overdueOfOthers(work, person),
});

/** The slots of today that are due for somebody who has had these cards. */
const dueSlots = (
  { trust: { settings, today } }: PresentWork,
  { own, others }: ReturnType<typeof datedWork>,
  cards: readonly SentCard[],
): string[] => {
  const slots = cards.map(({ slot }) => slot);
  const reminder = isReminderDue(settings, own, { last: lastDayOf('reminder', slots), today });
  const overdue = others.length > 0 && isLeaderDue({ last: lastDayOf('overdueOfOthers', slots), today });
  return [...(reminder ? [slotOn('reminder', today)] : []), ...(overdue ? [slotOn('overdueOfOthers', today)] : [])];
};

/** Claims what is due for one person and has it delivered; also what an earlier run claimed and then died. */
const remind = async (deps: Reminding, work: PresentWork, person: Person): Promise<number> => {
  const dated = datedWork(work, person);
  if (dated.own.length === 0 && dated.others.length === 0) return 0;
  const matter = { kind: 'work', key: person.id } as const;
  const cards = await deps.sentCards.forMatter(matter);
  const { now } = work.trust;
  const claimed: SentCard[] = [];
  for (const slot of dueSlots(work, dated, cards)) {
    const card = await deps.sentCards.claim({ matter, person: person.id, slot, state: 'held', since: now });
    if (card) claimed.push(card);
  }
  if ([...cards, ...claimed].some(({ state }) => state === 'held')) await deps.notifier.deliver(person.id);
  return claimed.length;
};

/**
 * Reminds whoever has something due soon or overdue, one card a person and day, and tells who leads an academy, weekly
 * at most, what others are overdue with. Nothing outside the sending hours. May run any number of times, at the same
 * time as itself, and die anywhere: a card is sent by whoever claims its slot. Answers how many were claimed.
 */
export const sendReminders = (deps: Reminding) => async (): Promise<number> => {
  const trust = await readTrust(deps);
  if (!maySendNow(deps, trust.settings)) return 0;
  const work = await readPresentWork(deps, trust);
  const faults: unknown[] = [];
  let claimed = 0;
  for (const person of trust.people) {
    try {
      claimed += await remind(deps, work, person);
    } catch (fault) {
      // One person's fault keeps nobody else's reminder back; the next run makes good.
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return claimed;
};
