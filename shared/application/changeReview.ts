import type { AreaCode, CommandId } from '../schema/ids';
import type { Review, ReviewEvent, ReviewKey } from '../schema/review';
import type { ReviewView } from '../schema/reviewViews';
import { modelOf } from '../domain/askedFramework';
import { keyOfReview } from '../domain/keys';
import { sameFramework } from '../domain/framework';
import { accepted, refused, type Result } from '../domain/result';
import { fitted } from '../domain/room';
import type { Deps } from './deps';
import { documentLimit } from './ports/store';
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
 * the trust's model has changed since the command was read by it: `review.model-changed`; and where the record has no room for it: `store.too-large`.
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
  const onSameModel = (review: Review): Result<Review> => {
    if (!sameFramework(review.framework, access.framework)) return refused({ code: 'review.model-changed' });
    const decided = decide(review);
    return decided.ok ? fitted(review, decided.value, access.framework, documentLimit) : decided;
  };
  const about = { kind: 'reviews' as const, key: keyOfReview(command), ...(area && { area }) };
  const changed = await changeOne(deps, { ...about, by, commandId, types, decide: onSameModel });
  if (!changed.ok) return changed;
  return accepted(await viewReview(deps.store, afterwards(access, changed.value)));
};
