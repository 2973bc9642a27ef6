import { reviewSheet } from '../domain/exports/reviewSheet';
import type { ReviewSheet } from '../domain/exports/sheet';
import { accepted, type Result } from '../domain/result';
import type { PersonId } from '../schema/ids';
import type { ReviewKey } from '../schema/review';
import type { Deps } from './deps';
import { readReview } from './readReview';
import { readCaller } from './trust';

/**
 * One academy's review to take away: exactly what `readReview` gives this person, with who took it and when. Refusals:
 * those of `readReview`.
 */
export const exportReview =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: ReviewKey): Promise<Result<ReviewSheet>> => {
    const [caller, review] = await Promise.all([readCaller(deps, actor), readReview(deps)(actor, key)]);
    if (!caller.ok) return caller;
    if (!review.ok) return review;
    const { person, settings, now } = caller.value;
    return accepted(reviewSheet(review.value, { trustName: settings.trustName, by: person, at: now }));
  };
