import type { Delivery, DeliveryProblem } from '../schema/deliveryViews';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { matterOfAnswer } from '../domain/matterOfAnswer';
import { nextSendingAt } from '../domain/sendingHours';
import type { Deps } from './deps';
import { readSubjects } from './deliverySubjects';
import type { SentCard } from './ports/delivery';
import type { FailedMessage } from './ports/failedMessages';
import { maySendNow } from './sendingNow';
import { readCaller, whoIs, type Caller } from './trust';
import { whyAway } from './whyAway';

type Reading = Pick<Deps, 'store' | 'clock' | 'sentCards' | 'failedMessages' | 'sendAtAnyHour'>;
type Subject = (matter: Matter) => string;

const problemIn =
  (caller: Caller, subject: Subject) =>
  ({ matter, person, slot, reason, since }: SentCard): DeliveryProblem => ({
    ...{ matter, person, slot, since },
    who: whoIs(caller, person),
    subject: subject(matter),
    reason: reason ?? 'The message could not be delivered.',
    hasLeft: whyAway(caller, person) !== undefined,
  });

const failedIn =
  (caller: Caller, subject: Subject) =>
  ({ id, asked, failedAt }: FailedMessage): Delivery['failed'][number] => {
    if ('matter' in asked) return { id, failedAt, subject: subject(asked.matter) };
    if ('person' in asked) return { id, failedAt, who: whoIs(caller, asked.person), subject: 'Messages held for them' };
    const { conversation, answer } = asked.decision;
    return {
      ...{ id, failedAt, who: whoIs(caller, conversation.person) },
      subject: `A decision that could not be carried out yet: ${subject(matterOfAnswer(answer))}`,
    };
  };

const heldIn = (caller: Caller, cards: readonly SentCard[]): Delivery['held'] =>
  [...new Set(cards.map(({ person }) => person))].flatMap((person) => {
    const own = cards.filter((card) => card.person === person);
    const since = own.map((card) => card.since).sort()[0];
    const urgent = own.some((card) => card.urgent);
    return since === undefined ? [] : [{ who: whoIs(caller, person), cards: own.length, urgent, since }];
  });

/** Oldest first: what has waited longest is looked at first. */
const bySince = <T extends { readonly since: string }>(all: readonly T[]): T[] =>
  [...all].sort((a, b) => a.since.localeCompare(b.since));

/**
 * How the messages to people fare: who cannot be reached and what waits for them, what may not have arrived, what failed
 * time after time, and what is held. Refusals: `notAllowed` to all but administrators.
 */
export const readDelivery =
  (deps: Reading) =>
  async (actor: PersonId): Promise<Result<Delivery>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    if (!may(caller.person, 'administer')) return refused({ code: 'notAllowed' });
    const [cards, failed, subject] = await Promise.all([
      deps.sentCards.inState(['held', 'unsure', 'undeliverable']),
      deps.failedMessages.all(),
      readSubjects(deps, caller),
    ]);
    const inState = (state: SentCard['state']): SentCard[] => bySince(cards.filter((card) => card.state === state));
    const sending = maySendNow(deps, caller.settings);
    return accepted({
      asAt: caller.now,
      sending,
      ...(!sending && { nextAt: nextSendingAt(caller.settings, caller.now) }),
      undeliverable: inState('undeliverable').map(problemIn(caller, subject)),
      unsure: inState('unsure').map(problemIn(caller, subject)),
      failed: failed.messages.map(failedIn(caller, subject)),
      failedInAll: failed.inAll,
      held: heldIn(caller, inState('held')),
    });
  };
