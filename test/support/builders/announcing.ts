import { announceMatter } from '../../../shared/application/announceMatter';
import { readCards } from '../../../shared/application/cards';
import { deliverHeld } from '../../../shared/application/deliverHeld';
import { queryReview } from '../../../shared/application/queryReview';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { nameOfMatter } from '../../../shared/application/nameOfMatter';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Matter } from '../../../shared/schema/matter';
import type { Person } from '../../../shared/schema/people';
import { autumn } from './calendar';
import { changeId, commandId, urn } from './ids';
import { valueOf } from './outcome';
import { dana, hazel, nameOf } from './people';
import { awaitingReview } from './reviews';
import { createTrust, type Holdings, type TestTrust } from './trust';
import { deliveryOver, type Around, type Message } from '../fakeDelivery';
import * as command from './commands';

export const review: Matter = { kind: 'reviews', key: keyOfReview({ urn: urn.alder, ...autumn }) };
export const change: Matter = { kind: 'categoryChanges', key: changeId(1) };
export const minutes = 60_000;
export const hour = 60 * minutes;

/** One process of this trust's, under a fate of its own. */
export const processOf = (trust: TestTrust, around?: Around): TestTrust => ({
  ...trust,
  ...(around && deliveryOver(trust.memory, around)),
});

/** Everything that was put into the queue, and what comes of it, each message once: one's fault keeps no other back. */
export const settleQueue = async (trust: TestTrust, around?: Around): Promise<void> => {
  const process = processOf(trust, around);
  const faults: unknown[] = [];
  const attempt = (act: Promise<void>): Promise<void> => act.catch((fault: unknown) => void faults.push(fault));
  const { announced, toDeliver } = trust.notifier;
  while (faults.length === 0 && announced.length + toDeliver.length > 0) {
    for (const matter of announced.splice(0)) await attempt(announceMatter(process)(matter));
    for (const person of new Set(toDeliver.splice(0))) await attempt(deliverHeld(process)(person));
  }
  if (faults.length > 0) throw faults[0];
};

/** A matter announced, and then what it held sent. */
export const announce = async (trust: TestTrust, matter: Matter = review, around?: Around): Promise<void> => {
  trust.notifier.announced.push(matter);
  await settleQueue(trust, around);
};

export const messagesOf = (trust: TestTrust, person: Person): Message[] =>
  [...trust.memory.messages.values()].filter((message) => message.person === person.id);
export const asksOf = (trust: TestTrust, person: Person) =>
  messagesOf(trust, person).map(({ card }) => ('ask' in card ? card.ask : undefined));
export const told = (trust: TestTrust): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { person } of trust.memory.messages.values()) counts[nameOf(person)] = (counts[nameOf(person)] ?? 0) + 1;
  return counts;
};
export const cardOf = (trust: TestTrust, person: Person) =>
  [...trust.memory.cards.values()].find((card) => card.person === person.id);

/** Every card due is in its chat, every recorded card shows the present state, and the version is the one announced. */
export const expectAnnounced = async (trust: TestTrust, matter: Matter = review): Promise<void> => {
  const present = await readCards(trust, matter);
  if (!present) throw new Error('There is no such matter.');
  const sent = [...trust.memory.cards.values()].filter((card) => nameOfMatter(card.matter) === nameOfMatter(matter));
  for (const due of present.slots)
    expect(sent.some((card) => card.person === due.person && card.slot === due.slot && card.state === 'sent')).toBe(
      true,
    );
  for (const card of sent)
    if (card.activityId)
      expect(trust.memory.messages.get(card.activityId)?.card).toEqual(present.cardFor(card.person, card.slot));
  expect(trust.memory.announced.get(nameOfMatter(matter))).toBe(present.version);
  expect(await sweepAnnouncements({ ...trust, announcements: deliveryOver(trust.memory).announcements })()).toBe(0);
};

export const awaiting = (holdings: Holdings = {}) => createTrust({ reviews: [awaitingReview()], ...holdings });
export const signOff = async (trust: TestTrust) => valueOf(await signOffReview(trust)(hazel.id, command.toSignOff()));
export const query = async (trust: TestTrust) => valueOf(await queryReview(trust)(hazel.id, command.toQuery()));
export const sendAgain = async (trust: TestTrust) =>
  valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: commandId('sent-again') })));
