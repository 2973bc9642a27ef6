import type { AreaCode, CommandId } from '../schema/ids';
import type { Review, ReviewEvent, ReviewKey } from '../schema/review';
import type { ReviewView } from '../schema/reviewViews';
import { keyOfReview } from '../domain/keys';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import type { ReviewAccess } from './reviewAccess';
import { viewReview } from './reviewView';
import { changeOne } from './writing';

/** Writes one transition of a review that the caller was allowed, and answers with the review as it stands then. */
export const changeReview = async (
  deps: Pick<Deps, 'store' | 'notifier'>,
  access: ReviewAccess,
  command: ReviewKey & { readonly commandId: CommandId; readonly area?: AreaCode },
  types: readonly ReviewEvent['type'][],
  decide: (review: Review) => Result<Review>,
): Promise<Result<ReviewView>> => {
  const { commandId, area } = command;
  const by = access.caller.person.id;
  const about = { kind: 'reviews' as const, key: keyOfReview(command), ...(area && { area }) };
  const changed = await changeOne(deps, { ...about, by, commandId, types, decide });
  if (!changed.ok) return changed;
  return accepted(await viewReview(deps.store, { ...access, review: changed.value }));
};
