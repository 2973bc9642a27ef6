import type { PersonId } from '../schema/ids';
import type { ReviewKey } from '../schema/review';
import type { ReviewView } from '../schema/reviewViews';
import { accepted, type Result } from '../domain/result';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';
import { viewReview } from './reviewView';

/** One academy's review of one term, as its reader may see it. Refusals: `notFound`, `store.edited-by-hand`. */
export const readReview =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: ReviewKey): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, key);
    return access.ok ? accepted(await viewReview(deps.store, access.value)) : access;
  };
