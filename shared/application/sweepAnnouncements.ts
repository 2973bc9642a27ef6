import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { matterOfAnswer } from '../domain/matterOfAnswer';
import { isAbandoned, settleAbandoned } from './deliverCard';
import type { Deps } from './deps';
import type { Asked, FailedMessage } from './ports/failedMessages';
import { maySendNow } from './sendingNow';
import { readTrust } from './trust';

type Sweeping = Pick<
  Deps,
  'store' | 'clock' | 'announcements' | 'sentCards' | 'notifier' | 'failedMessages' | 'sendAtAnyHour'
>;

/** How a matter is named where its announced versions are kept. */
export const nameOfMatter = ({ kind, key }: Matter): string => `${kind}:${key}`;

const kinds = ['reviews', 'categoryChanges'] as const;

/** A message that was given up so long ago is tried again: what was wrong may have passed. */
const triedAgainAfterMs = 15 * 60_000;
/** The queue delivers what was held a moment ago. */
const gatheringMs = 15_000;

const nameOf = (asked: Asked): string => {
  if ('matter' in asked) return nameOfMatter(asked.matter);
  if ('person' in asked) return `person:${asked.person}`;
  const { conversation, answer } = asked.decision;
  return `decision:${conversation.person}:${answer.verb}:${nameOfMatter(matterOfAnswer(answer))}`;
};

const unannounced = async ({ announcements, store }: Sweeping): Promise<readonly Matter[]> => {
  const announced = await announcements.all();
  const due: Matter[] = [];
  for (const kind of kinds)
    for (const { key, version } of await store.rows(kind))
      if (announced.get(nameOfMatter({ kind, key })) !== version) due.push({ kind, key });
  return due;
};

/** Whose held cards may go now and have not: the process that held them has died, or the sending hours have begun. */
const waiting = async (deps: Sweeping): Promise<ReadonlySet<PersonId>> => {
  const { settings } = await readTrust(deps);
  const now = deps.clock.now();
  const may = maySendNow(deps, settings);
  const held = await deps.sentCards.inState(['held']);
  const going = held.filter(
    ({ urgent = false, since }) => (may || urgent) && Date.parse(now) - Date.parse(since) >= gatheringMs,
  );
  return new Set(going.map(({ person }) => person));
};

/** One of each kind at a time, and none that was given up lately: somebody may be looking at it. */
const tryAgain = async (deps: Sweeping, failed: readonly FailedMessage[]): Promise<void> => {
  const now = Date.parse(deps.clock.now());
  const tried = new Set<string>();
  for (const { id, asked, failedAt } of failed) {
    const name = nameOf(asked);
    if (tried.has(name) || now - Date.parse(failedAt) < triedAgainAfterMs) continue;
    tried.add(name);
    await deps.failedMessages.resend(id);
  }
};

/**
 * The guarantee behind the queue: every matter whose version is not the one last announced is announced again, and held
 * cards that may go are sent, so that a process killed at any point loses nothing. A send that was cut off becomes one
 * whose arrival is not known. What the queue gave up is tried again after a while, instead of being queued once more.
 * Answers how many matters and people were due.
 */
export const sweepAnnouncements = (deps: Sweeping) => async (): Promise<number> => {
  const now = deps.clock.now();
  for (const card of await deps.sentCards.inState(['sending']))
    if (isAbandoned(card, now)) await settleAbandoned(deps, card);
  const { messages } = await deps.failedMessages.all();
  await tryAgain(deps, messages);
  const given = new Set(messages.map(({ asked }) => nameOf(asked)));
  const matters = (await unannounced(deps)).filter((matter) => !given.has(nameOf({ matter })));
  for (const matter of matters) await deps.notifier.announce(matter);
  const people = [...(await waiting(deps))].filter((person) => !given.has(nameOf({ person })));
  for (const person of people) await deps.notifier.deliver(person);
  return matters.length + people.length;
};
