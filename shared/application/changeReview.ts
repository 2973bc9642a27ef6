import type { AreaCode, CommandId } from '../schema/ids';
import type { Review, ReviewEvent, ReviewKey } from '../schema/review';
import type { ReviewView } from '../schema/reviewViews';
import { modelOf } from '../domain/askedFramework';
import { keyOfReview } from '../domain/keys';
import { sameFramework } from '../domain/framework';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import type { ReviewAccess } from './reviewAccess';
import { viewReview } from './reviewView';
import { frameworkOf } from './trust';
import { changeOne } from './writing';

/** A review that was locked is read by its own copy and, reopened, by the trust's model again. */
const afterwards = (access: ReviewAccess, review: Review): ReviewAccess => {
  const stored = frameworkOf(access.caller, review.framework);
  return { ...access, review, framework: modelOf(review, stored) ?? access.framework };
};

/**
 * Writes one transition of a review that the caller was allowed, and answers with the review as it stands then. Refused where
 * the trust's model has changed since the command was read by it: `review.model-changed`.
 */
export const changeReview = async (
  deps: Pick<Deps, 'store' | 'notifier'>,
  access: ReviewAccess,
  command: ReviewKey & { readonly commandId: CommandId; readonly area?: AreaCode },
  types: readonly ReviewEvent['type'][],
  decide: (review: Review) => Result<Review>,
): Promise<Result<ReviewView>> => {
  const { commandId, area } = command;
  const by = access.caller.person.id;
  const onSameModel = (review: Review): Result<Review> =>
    sameFramework(review.framework, access.framework) ? decide(review) : refused({ code: 'review.model-changed' });
  const about = { kind: 'reviews' as const, key: keyOfReview(command), ...(area && { area }) };
  const changed = await changeOne(deps, { ...about, by, commandId, types, decide: onSameModel });
  if (!changed.ok) return changed;
  return accepted(await viewReview(deps.store, afterwards(access, changed.value)));
};
