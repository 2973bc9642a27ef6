import type { WorkCard } from '../../schema/card';
import type { WorkItem } from '../../schema/views';
import { isOverdue } from '../overdue';
import { byDate } from '../reminders';
import { count, listWords } from '../words';

type Occasion = WorkCard['occasion'];

/** Something that waits, as a card lists it; `with` names whom it waits for where that is somebody else. */
export type ListedWork = Pick<WorkItem, 'title' | 'detail' | 'subPageId' | 'dueOn'> & { readonly with?: string };

/** How the slots of a person's work begin: the instant or the day that they belong to follows. */
const slotStarts = { digest: 'digest-', reminder: 'reminder-', overdueOfOthers: 'overdue-' } as const satisfies Record<
  Occasion,
  string
>;

/** A person's one reminder of a day, or their one message of a day about what others are overdue with. */
export const slotOn = (occasion: 'reminder' | 'overdueOfOthers', day: string): string =>
  `${slotStarts[occasion]}${day}`;

/** What a slot's card is about: a digest unless its name says otherwise. */
export const occasionOf = (slot: string): Occasion => {
  if (slot.startsWith(slotStarts.reminder)) return 'reminder';
  return slot.startsWith(slotStarts.overdueOfOthers) ? 'overdueOfOthers' : 'digest';
};

/** The last day that an occasion's card was made for, among the slots that somebody has; undefined for none. */
export const lastDayOf = (occasion: 'reminder' | 'overdueOfOthers', slots: readonly string[]): string | undefined =>
  slots
    .filter((slot) => slot.startsWith(slotStarts[occasion]))
    .map((slot) => slot.slice(slotStarts[occasion].length))
    .sort()
    .at(-1);

const allDone = {
  digest: 'All of this is done',
  reminder: 'All of this is done',
  overdueOfOthers: 'None of this is overdue any more',
} satisfies Record<Occasion, string>;

const things = (n: number): string => count(n, 'thing');
const are = (n: number): string => (n === 1 ? 'is' : 'are');

/** 'Reminder: 2 things are overdue and 1 is due soon'. */
const reminderHeadline = (all: number, late: number): string => {
  const soon = all - late;
  const parts = [
    ...(late > 0 ? [`${things(late)} ${are(late)} overdue`] : []),
    ...(soon > 0 ? [`${late > 0 ? soon : things(soon)} ${are(soon)} due soon`] : []),
  ];
  return `Reminder: ${listWords(parts)}`;
};

const headlines = {
  digest: (all, late) => `${things(all)} waiting for you${late > 0 ? `, ${late} of them overdue` : ''}`,
  reminder: reminderHeadline,
  overdueOfOthers: (all) => `${things(all)} overdue with others`,
} satisfies Record<Occasion, (all: number, late: number) => string>;

const reasons = {
  digest: () => 'You receive this one message because several things came for you at once.',
  reminder: () => 'You receive this because these wait for you and their dates are near or past.',
  overdueOfOthers: (days) =>
    `You receive this because you lead these academies and the dates passed ${count(days, 'day')} ago or more.`,
} satisfies Record<Occasion, (tellAfter: number) => string>;

export interface WorkCardFacts {
  readonly slot: string;
  readonly items: readonly ListedWork[];
  readonly now: string;
  readonly today: string;
  /** Calendar days after which who leads is told. */
  readonly tellAfter: number;
}

/** What waits, as one message to one person: in the order of its dates, with what is overdue said in words. */
export const workCardFor = ({ slot, items, now, today, tellAfter }: WorkCardFacts): WorkCard => {
  const occasion = occasionOf(slot);
  const late = items.filter((item) => isOverdue(item, today)).length;
  return {
    card: 'work',
    slot,
    occasion,
    headline: items.length === 0 ? allDone[occasion] : headlines[occasion](items.length, late),
    asAt: now,
    items: byDate(items).map(({ title, detail, subPageId, dueOn, with: whom }) => ({
      ...{ title, detail, subPageId, overdue: isOverdue({ dueOn }, today) },
      ...(dueOn !== undefined && { dueOn }),
      ...(whom !== undefined && { with: whom }),
    })),
    why: reasons[occasion](tellAfter),
    subPageId: 'work',
  };
};
