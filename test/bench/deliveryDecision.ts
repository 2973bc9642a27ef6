import { setTimeout as pause } from 'node:timers/promises';
import { CommandId } from '../../shared/schema/ids';
import { Person, type Role } from '../../shared/schema/people';
import { atDiscuss } from '../support/builders/changes';
import { changeId } from '../support/builders/ids';
import { personId } from '../support/builders/people';
import type { Chats } from './deliveryChat';
import { floorOfUpdating } from './deliveryFloor';
import type { ChatReport } from './deliveryOrders';
import { startProduct, type Product, type Trust } from './deliveryProduct';
import { benchFramework, trustOf, urnOf } from './records';

const longestMs = 120_000;
/** Two windows of Teams' limits, so that nothing sent before counts. */
const quietMs = 2_200;

const person = (n: number, name: string, role: Role): Person =>
  Person.parse({
    ...{ id: personId(n), name, email: `person${n}@trust.example`, jobTitle: name, roles: [role] },
  });

const ceo = person(2, 'Chief Executive', { role: 'ceo' });
const trustee = person(3, 'Trustee', { role: 'boardMember' });

/** One academy for each size, with as many head teachers. */
const decisionTrust = (sizes: readonly number[]): Trust => {
  const trust = trustOf(sizes.length);
  const headsOf = (size: number, academy: number): Person[] =>
    Array.from({ length: size }, (_, n) =>
      person(1_000 * (academy + 1) + n, `Head ${academy}-${n}`, { role: 'headTeacher', academy: urnOf(academy) }),
    );
  return { ...trust, people: [trust.director, ceo, trustee, ...sizes.flatMap(headsOf)], reviews: [] };
};

export interface DecisionResult {
  /** Cards that stood in chats before the decision. */
  readonly standing: number;
  /** Milliseconds from the click: its own answer, the last standing card edited, the next holder's card. */
  readonly answeredMs: number;
  readonly lastEditMs: number;
  readonly nextHolderMs: number;
  readonly floorMs: number;
  /** Cards that do not show it. */
  readonly never: number;
  /** Cards that the next holder has beyond the one. */
  readonly twice: number;
}

const idOf = (academy: number) => changeId(academy + 1);

/** Proposed, on the head teachers' cards, and discussed by the first of them: now with the CEO. */
const atTheCeo = async (product: Product, trust: Trust, academy: number): Promise<void> => {
  const place = trust.academies[academy];
  const head = trust.people.find(({ roles }) =>
    roles.some((held) => held.role === 'headTeacher' && held.academy === place?.urn),
  );
  if (!place || !head) throw new Error('There is no such academy.');
  const parts = { id: idOf(academy), academy: place, proposedBy: trust.director.id, framework: benchFramework };
  await product.store.create('categoryChanges', atDiscuss(parts));
  await product.notifier.announce({ kind: 'categoryChanges', key: idOf(academy) });
  await product.pump.emptied(longestMs);
  const said = { commandId: CommandId.parse(`command-discussed-${academy}`), id: idOf(academy), round: 1, step: 0 };
  const discussed = await product.useCases.discussCategoryChange(head.id, { ...said, agrees: true, comment: '' });
  if (!discussed.ok) throw new Error(`It was not discussed: ${discussed.refusal.code}.`);
  await product.pump.emptied(longestMs);
};

const approve = async (product: Product, academy: number) => {
  const id = idOf(academy);
  const command = { commandId: CommandId.parse(`command-approved-${academy}`), id, round: 1, step: 1, comment: '' };
  const clickedAt = Date.now();
  const approved = await product.useCases.approveCategoryChange(ceo.id, command);
  const answeredMs = Date.now() - clickedAt;
  if (!approved.ok) throw new Error(`It was not approved: ${approved.refusal.code}.`);
  await product.pump.emptied(longestMs);
  return { clickedAt, answeredMs };
};

type Message = ChatReport['messages'][number];
const about =
  (academy: number) =>
  ({ card }: Message): boolean =>
    card.startsWith(`${idOf(academy)} `);

const oneDecision = async (product: Product, trust: Trust, chats: Chats, academy: number): Promise<DecisionResult> => {
  await atTheCeo(product, trust, academy);
  const before = (await chats.report()).messages.filter(about(academy));
  await pause(quietMs);
  const { clickedAt, answeredMs } = await approve(product, academy);
  const after = (await chats.report()).messages.filter(about(academy));
  const stood = new Map(before.map(({ id, reads }) => [id, reads]));
  const edited = after.filter(({ id, reads }) => stood.has(id) && stood.get(id) !== reads);
  const shown = edited.map(({ writtenAt }) => writtenAt.at(-1) ?? 0);
  const next = after.filter(({ conversation }) => conversation === chats.conversationOf(trustee.id).conversationId);
  await pause(quietMs);
  const floorMs = await floorOfUpdating(chats, before);
  return {
    ...{ standing: before.length, answeredMs, floorMs },
    lastEditMs: Math.max(0, ...shown) - clickedAt,
    nextHolderMs: (next[0]?.writtenAt[0] ?? 0) - clickedAt,
    never: before.length - shown.length + (next.length === 0 ? 1 : 0),
    twice: Math.max(0, next.length - 1),
  };
};

/** The CEO approves a change whose cards stand with so many head teachers, and with the CEO. No faults injected. */
export const decisionTask = async (sizes: readonly number[], chats: Chats): Promise<readonly DecisionResult[]> => {
  const trust = decisionTrust(sizes);
  const product = await startProduct(trust, chats);
  await chats.begin({ seed: 0, throttled: 0, gateway: 0, lost: 0 });
  const results: DecisionResult[] = [];
  for (const academy of sizes.keys()) results.push(await oneDecision(product, trust, chats, academy));
  await product.close();
  return results;
};

const ms = (milliseconds: number): string => `${Math.round(milliseconds)} ms`;

/** The line that the bench prints of it. */
export const decisionLine = (result: DecisionResult): string =>
  [
    `(decision) ${result.standing} cards stand: answered in ${ms(result.answeredMs)}`,
    `last card shows it after ${ms(result.lastEditMs)}`,
    `next holder's card after ${ms(result.nextHolderMs)} (2 s of it gathering)`,
    `floor ${ms(result.floorMs)}, ours is ${(result.lastEditMs / result.floorMs).toFixed(2)} of it`,
    `never ${result.never}, twice ${result.twice}`,
  ].join('; ');
