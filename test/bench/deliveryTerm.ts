import { setTimeout as pause } from 'node:timers/promises';
import { keyOfReview } from '../../shared/domain/keys';
import { openedSlot } from '../../shared/domain/cards/reviewSlots';
import { CommandId, Year } from '../../shared/schema/ids';
import { Person } from '../../shared/schema/people';
import { personId } from '../support/builders/people';
import type { Chats } from './deliveryChat';
import { faultsMet, spanOf, floorOfSending, type Sent } from './deliveryFloor';
import type { ChatReport, Faults } from './deliveryOrders';
import { startProduct, type Product, type Trust } from './deliveryProduct';
import { trustOf, urnOf } from './records';

const headsEach = 3;
const longestMs = 240_000;
const autumn = { year: Year.parse('2026/27'), period: 'autumn' } as const;
const command = { commandId: CommandId.parse('command-opened-now'), ...autumn };

/** The director opens, so the cards are those of the head teachers: three in each academy. */
const termTrust = (academies: number): Trust => {
  const trust = trustOf(academies);
  const heads = Array.from({ length: academies * headsEach }, (_, n) =>
    Person.parse({
      ...{ id: personId(100 + n), name: `Head ${n}`, email: `head${n}@trust.example`, jobTitle: 'Head teacher' },
      roles: [{ role: 'headTeacher', academy: urnOf(n % academies) }],
    }),
  );
  return { ...trust, people: [trust.director, ...heads], reviews: [] };
};

/** What must arrive, worked out here and not by the product: `conversation matter slot`. */
const dueIn = ({ people }: Trust, chats: Chats): readonly string[] =>
  people.flatMap(({ id, roles }) =>
    roles.flatMap((held) =>
      held.role === 'headTeacher'
        ? [`${chats.conversationOf(id).conversationId} ${keyOfReview({ ...autumn, urn: held.academy })} ${openedSlot}`]
        : [],
    ),
  );

export interface TermResult {
  readonly due: number;
  readonly delivered: number;
  /** Messages beyond the first of each card. */
  readonly twice: number;
  readonly never: number;
  /** Messages that nobody was due. */
  readonly notDue: number;
  readonly unsure: number;
  readonly unsureArrived: number;
  /** Milliseconds: opening as the director waits for it, first announcement to first card, and to last card. */
  readonly openedMs: number;
  readonly firstCardMs: number;
  readonly lastCardMs: number;
  /** Of this process alone, which holds the product. */
  readonly cpuMs: number;
  readonly ours: Sent;
  readonly floor: Sent;
  readonly report: ChatReport;
  readonly settled: boolean;
  readonly poisoned: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly graph: { readonly units: number; readonly throttled: number };
}

const nameOf = ({ conversation, card }: ChatReport['messages'][number]): string => `${conversation} ${card}`;

const countsOf = (due: readonly string[], { messages }: ChatReport) => {
  const wanted = new Set(due);
  const arrived = messages.map(nameOf);
  const found = new Set(arrived.filter((name) => wanted.has(name)));
  const extra = arrived.filter((name) => !wanted.has(name)).length;
  const twice = arrived.length - extra - found.size;
  return { due: due.length, delivered: found.size, twice, never: due.length - found.size, notDue: extra };
};

const unsureOf = async ({ sentCards }: Product, { messages }: ChatReport) => {
  const arrived = new Set(messages.map(nameOf));
  const unsure = await sentCards.inState(['unsure']);
  const name = ({ person, matter, slot }: (typeof unsure)[number]): string => `a:${person} ${matter.key} ${slot}`;
  return { unsure: unsure.length, unsureArrived: unsure.filter((card) => arrived.has(name(card))).length };
};

const runTerm = async (product: Product, trust: Trust) => {
  const begun = performance.now();
  const used = process.cpuUsage();
  const opened = await product.useCases.openReviews(trust.director.id, command);
  const openedMs = performance.now() - begun;
  if (!opened.ok || opened.value.opened.length !== trust.academies.length) throw new Error('The term was not opened.');
  const settled = await product.pump.emptied(longestMs);
  const { user, system } = process.cpuUsage(used);
  return { openedMs, settled, cpuMs: (user + system) / 1000 };
};

/** A term opened for so many academies, to the last card; then the same number of bare messages. */
export const termTask = async (academies: number, faults: Faults, chats: Chats): Promise<TermResult> => {
  const trust = termTrust(academies);
  const product = await startProduct(trust, chats);
  await chats.begin(faults);
  const ran = await runTerm(product, trust);
  const report = await chats.report();
  const announcedAt = product.firstAnnounced() ?? 0;
  const ours = spanOf(report);
  const due = dueIn(trust, chats);
  const unsure = await unsureOf(product, report);
  const graph = await product.close();
  await pause(1_100);
  await chats.begin(faults);
  const floor = await floorOfSending(chats, due.length);
  return {
    ...countsOf(due, report),
    ...unsure,
    ...ran,
    ...{ firstCardMs: ours.firstAt - announcedAt, lastCardMs: ours.lastAt - announcedAt },
    ...{ ours, floor, report, graph, poisoned: product.pump.poisoned(), faults: product.faults() },
  };
};

const permittedRate = 50;
const aim = 0.85;
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);

/** The lines that the bench prints of it. */
export const termLines = (result: TermResult, academies: number): readonly string[] => {
  const { ours, floor, due, lastCardMs } = result;
  const rate = (result.delivered / ours.spanMs) * 1000;
  const whole = (result.delivered / lastCardMs) * 1000;
  return [
    `(term) opened for ${academies} academies in ${seconds(result.openedMs)} s`,
    `  cards due ${due}, delivered ${result.delivered}, twice ${result.twice}, never ${result.never}, not due ${result.notDue}`,
    `  unsure ${result.unsure}, of which had arrived ${result.unsureArrived}; poisoned ${result.poisoned}; queue emptied: ${result.settled ? 'yes' : 'no'}`,
    `  ours:  ${faultsMet(result.report)}`,
    `  floor: ${faultsMet(floor.report)}`,
    `  first announce to first card ${seconds(result.firstCardMs)} s (2 s of it gathering), to last card ${seconds(lastCardMs)} s: ${whole.toFixed(1)} a second`,
    `  first card to last card ${seconds(ours.spanMs)} s: ${rate.toFixed(1)} a second, ${(rate / permittedRate).toFixed(2)} of the permitted ${permittedRate} (aim ${aim})`,
    `  floor, bare requests: ${seconds(floor.spanMs)} s: ${((due / floor.spanMs) * 1000).toFixed(1)} a second; ours took ${(ours.spanMs / floor.spanMs).toFixed(2)} of it`,
    `  Graph: ${result.graph.units} units, ${result.graph.throttled} throttled; the product's own processor time: ${seconds(result.cpuMs)} s`,
    ...[...result.faults].map(([name, count]) => `  logged ${count}: ${name}`),
  ];
};
