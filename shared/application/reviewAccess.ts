import type { PersonId } from '../schema/ids';
import type { Framework } from '../schema/framework';
import type { Academy } from '../schema/people';
import type { Review, ReviewKey } from '../schema/review';
import { modelOf } from '../domain/askedFramework';
import { keyOfReview } from '../domain/keys';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Clock } from './ports/clock';
import type { Store } from './ports/store';
import { findAcademy, frameworkOf, readCaller, type Caller } from './trust';

export interface ReviewAccess {
  readonly caller: Caller;
  readonly academy: Academy;
  readonly framework: Framework;
  readonly review: Review;
}

/** Before it is signed off, a review is seen by those who make it and by the academy's head teacher only. */
export const seesReview = (caller: Caller, academy: Academy, review: Pick<Review, 'state'>): boolean =>
  may(caller.person, 'readReview', { academy }) &&
  (review.state === 'signedOff' || may(caller.person, 'readDraftLevels', { academy }));

/**
 * A review that the actor may see. Whoever may not see the academy's detail is told `notFound`, as if it were not
 * there.
 */
export const accessReview = async (
  deps: { store: Store; clock: Clock },
  actor: PersonId,
  key: ReviewKey,
): Promise<Result<ReviewAccess>> => {
  const caller = await readCaller(deps, actor);
  if (!caller.ok) return caller;
  const academy = findAcademy(caller.value, key.urn);
  if (!academy || !may(caller.value.person, 'readReview', { academy })) return refused({ code: 'notFound' });
  const loaded = await deps.store.load('reviews', keyOfReview(key));
  if (loaded.status === 'absent') return refused({ code: 'notFound' });
  if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  const review = loaded.document;
  const framework = modelOf(review, frameworkOf(caller.value, review.framework));
  if (!framework || !seesReview(caller.value, academy, review)) return refused({ code: 'notFound' });
  return accepted({ caller: caller.value, academy, framework, review });
};
