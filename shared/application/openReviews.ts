import type { Framework } from '../schema/framework';
import type { PersonId, Urn } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { OpenReviews } from '../schema/commands';
import type { Review } from '../schema/review';
import type { OpenedReviews } from '../schema/reviewViews';
import type { PeriodRef } from '../schema/views';
import { inTrustOn, samePeriod } from '../domain/calendar';
import { notApplicableTo } from '../domain/framework';
import { keyOfReview } from '../domain/keys';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { openReview } from '../domain/review';
import type { Deps } from './deps';
import type { Created } from './ports/store';
import { frameworkFor, readCaller, type Caller } from './trust';
import { announceSafely } from './writing';

/**
 * The academies that this person may open the period for, of those `wanted` where some are named: one that joins later,
 * or has left by its end, is not judged on it.
 */
export const openFor = ({ person, academies, periods }: Caller, ref: PeriodRef, wanted?: readonly Urn[]): Academy[] => {
  const endsOn = periods.find((period) => samePeriod(period, ref))?.endsOn ?? '';
  return academies
    .filter(({ urn }) => wanted === undefined || wanted.includes(urn))
    .filter((academy) => may(person, 'openReviews', { academy }) && inTrustOn(academy, endsOn));
};

/** Announcements at a time: a person waits. */
const together = 10;

const reviewFor = (command: OpenReviews, { person, now }: Caller, academy: Academy, framework: Framework): Review => {
  const key = { urn: academy.urn, year: command.year, period: command.period };
  const notApplicable = notApplicableTo(framework, academy);
  return openReview({ key, commandId: command.commandId, framework, notApplicable }, { by: person.id, at: now });
};

const announceAll = async ({ notifier }: Pick<Deps, 'notifier'>, opened: readonly Review[]): Promise<void> => {
  for (let i = 0; i < opened.length; i += together) {
    const some = opened.slice(i, i + together);
    const taken = await Promise.all(
      some.map((review) => announceSafely(notifier, { kind: 'reviews', key: keyOfReview(review) })),
    );
    // The queue is away: whoever opens the period is not kept waiting for it, and the sweep announces the rest.
    if (!taken.includes(true)) return;
  }
};

/**
 * Opens a period's review for every academy that the actor may open it for, or for those of them that are named. One write for each,
 * many to a request; an academy that has its review already keeps it, so the act may be sent again after an
 * interruption and completes what is missing.
 */
export const openReviews =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: OpenReviews): Promise<Result<OpenedReviews>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'openReviews')) return refused({ code: 'notAllowed' });
    const framework = frameworkFor(caller.value, command);
    if (!framework.ok) return framework;
    const reviews = openFor(caller.value, command, command.academies).map((academy) =>
      reviewFor(command, caller.value, academy, framework.value),
    );
    const outcomes = await deps.store.createAll('reviews', reviews);
    const having = (status: Created['status']) => reviews.filter((_, i) => outcomes[i]?.status === status);
    await announceAll(deps, having('created'));
    if (having('tooLarge').length > 0) return refused({ code: 'store.too-large' });
    const urns = (status: Created['status']) => having(status).map(({ urn }) => urn);
    const { year, period } = command;
    return accepted({ year, period, opened: urns('created'), alreadyOpen: urns('exists') });
  };
