import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { matterOfAnswer } from '../domain/matterOfAnswer';
import { changedPeople, noneLookedAt, openMatters } from './announceRoles';
import { isAbandoned, settleAbandoned } from './deliverCard';
import type { Deps } from './deps';
import { nameOfMatter } from './nameOfMatter';
import type { Announced } from './ports/delivery';
import type { Asked, FailedMessage } from './ports/failedMessages';
import { maySendNow } from './sendingNow';
import { readTrust } from './trust';

type Sweeping = Pick<
  Deps,
  'store' | 'clock' | 'announcements' | 'sentCards' | 'notifier' | 'failedMessages' | 'sendAtAnyHour'
>;

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

interface Unannounced {
  readonly matter: Matter;
  readonly version: string;
  /** It is the very version that was tried in vain. */
  readonly hasFailed: boolean;
}

const unannounced = async (
  { store }: Sweeping,
  announced: ReadonlyMap<string, Announced>,
): Promise<readonly Unannounced[]> => {
  const due: Unannounced[] = [];
  for (const kind of kinds)
    for (const { key, version } of await store.rows(kind)) {
      const last = announced.get(nameOfMatter({ kind, key }));
      if (last?.version !== version) due.push({ matter: { kind, key }, version, hasFailed: last?.failed === version });
    }
  return due;
};

/** Of what the queue gave up, by its name: when, the last time. */
const givenUp = (failed: readonly FailedMessage[]): ReadonlyMap<string, number> => {
  const when = new Map<string, number>();
  for (const { asked, failedAt } of failed) {
    const name = nameOf(asked);
    when.set(name, Math.max(when.get(name) ?? 0, Date.parse(failedAt)));
  }
  return when;
};

/**
 * A version that was given up waits until it is tried again; a newer one is news, and has its go at once. It is noted
 * as tried, lest each sweep queue it anew where its announcing ends without leaving a trace.
 */
const announceDue = async (
  deps: Sweeping,
  given: ReadonlyMap<string, number>,
  announced: ReadonlyMap<string, Announced>,
): Promise<ReadonlySet<string>> => {
  const queued = new Set<string>();
  for (const { matter, version, hasFailed } of await unannounced(deps, announced)) {
    const isGivenUp = given.has(nameOfMatter(matter));
    if (isGivenUp && hasFailed) continue;
    await deps.notifier.announce(matter);
    if (isGivenUp) await deps.announcements.recordFailed(matter, version);
    queued.add(nameOfMatter(matter));
  }
  return queued;
};

/**
 * Where somebody came, left or changed roles, the cards of all that waits go to whoever holds the roles now. Where
 * nobody was ever looked at the trust has just begun: what waits in it is announced for itself.
 */
const announceRoles = async (
  deps: Sweeping,
  announced: ReadonlyMap<string, Announced>,
  queued: ReadonlySet<string>,
): Promise<number> => {
  const changed = await changedPeople(deps, announced);
  const waiting = changed.length === 0 || noneLookedAt(announced) ? [] : await openMatters(deps);
  const due = waiting.filter((matter) => !queued.has(nameOfMatter(matter)));
  for (const matter of due) await deps.notifier.announce(matter);
  for (const { person, version } of changed) await deps.announcements.record({ kind: 'people', key: person }, version);
  return due.length;
};

/**
 * Whose held cards may go now and have not: the process that held them has died, or the sending hours have begun. By
 * person, when the newest of them was held.
 */
const waiting = async (deps: Sweeping): Promise<ReadonlyMap<PersonId, number>> => {
  const { settings } = await readTrust(deps);
  const now = deps.clock.now();
  const may = maySendNow(deps, settings);
  const newest = new Map<PersonId, number>();
  for (const { person, urgent = false, since } of await deps.sentCards.inState(['held'])) {
    const at = Date.parse(since);
    if ((may || urgent) && Date.parse(now) - at >= gatheringMs)
      newest.set(person, Math.max(newest.get(person) ?? 0, at));
  }
  return newest;
};

/** Whoever has a card that is newer than what was given up has news. */
const deliverDue = async (deps: Sweeping, given: ReadonlyMap<string, number>): Promise<number> => {
  const people = [...(await waiting(deps))].filter(
    ([person, newest]) => newest > (given.get(nameOf({ person })) ?? -1),
  );
  for (const [person] of people) await deps.notifier.deliver(person);
  return people.length;
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
 * whose arrival is not known. What the queue gave up is tried again after a while, instead of being queued once more;
 * what is newer than that is not kept waiting for it. Answers how many matters and people were due.
 */
export const sweepAnnouncements = (deps: Sweeping) => async (): Promise<number> => {
  const now = deps.clock.now();
  for (const card of await deps.sentCards.inState(['sending']))
    if (isAbandoned(card, now)) await settleAbandoned(deps, card);
  const { messages } = await deps.failedMessages.all();
  await tryAgain(deps, messages);
  const given = givenUp(messages);
  const announced = await deps.announcements.all();
  const queued = await announceDue(deps, given, announced);
  return queued.size + (await announceRoles(deps, announced, queued)) + (await deliverDue(deps, given));
};
