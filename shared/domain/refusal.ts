import type { AreaCode, PersonId, Year } from '../schema/ids';
import type { ReviewState } from '../schema/review';
import type { CategoryChangeState } from '../schema/categoryChange';
import type { PeriodRef } from '../schema/views';

/** Every 'no' that the product can answer. The edges turn a code into a status and words; the fields are its facts. */
export type Refusal =
  | { readonly code: 'malformed'; readonly issues: readonly { readonly path: string; readonly message: string }[] }
  | { readonly code: 'caller.unknown' }
  | { readonly code: 'notFound' }
  | { readonly code: 'notAllowed' }
  | { readonly code: 'command.reused' }
  | { readonly code: 'calendar.unknown-term' }
  | { readonly code: 'review.unknown-area' }
  | { readonly code: 'review.unknown-level' }
  | { readonly code: 'review.unknown-kpi' }
  | { readonly code: 'review.not-applicable' }
  | { readonly code: 'review.rationale-needed'; readonly why: 'differs-from-suggestion' | 'needs-intervention' }
  | { readonly code: 'review.area-changed'; readonly by: PersonId; readonly at: string }
  | { readonly code: 'review.incomplete'; readonly missing: readonly AreaCode[] }
  | { readonly code: 'review.unexplained'; readonly areas: readonly AreaCode[] }
  | { readonly code: 'review.wrong-state'; readonly state: ReviewState }
  | { readonly code: 'review.already-signed-off'; readonly by: PersonId; readonly at: string }
  | { readonly code: 'review.already-queried'; readonly by: PersonId; readonly at: string; readonly comment: string }
  | { readonly code: 'review.sent-again' }
  | { readonly code: 'review.already-agreed'; readonly by: PersonId; readonly at: string }
  | { readonly code: 'review.keeps-model' }
  | { readonly code: 'review.model-changed' }
  | { readonly code: 'framework.not-stored' }
  | { readonly code: 'framework.has-mistakes'; readonly mistakes: number }
  | { readonly code: 'framework.in-use-already' }
  | { readonly code: 'framework.other-period' }
  | { readonly code: 'framework.changed-since' }
  | { readonly code: 'framework.lacks-columns'; readonly areas: number }
  | { readonly code: 'historic.in-future' }
  | { readonly code: 'historic.unknown-level'; readonly levels: readonly string[] }
  | { readonly code: 'historic.too-many' }
  | { readonly code: 'historic.not-recorded' }
  | { readonly code: 'category.unknown' }
  | { readonly code: 'category.same' }
  | { readonly code: 'category.none-yet' }
  | { readonly code: 'category.already-open' }
  | { readonly code: 'category.own-proposal' }
  | { readonly code: 'category.not-your-step' }
  | {
      readonly code: 'category.step-taken';
      readonly by: PersonId;
      readonly at: string;
      readonly outcome: 'discussed' | 'approved' | 'confirmed' | 'returned' | 'rejected' | 'withdrawn';
    }
  | { readonly code: 'category.wrong-state'; readonly state: CategoryChangeState }
  | { readonly code: 'category.proposed-again' }
  | { readonly code: 'category.meeting-in-future' }
  | { readonly code: 'category.dates-overlap'; readonly after: string }
  | { readonly code: 'category.academy-left'; readonly lastDay: string }
  | { readonly code: 'category.unknown-route' }
  | {
      readonly code: 'category.wrong-date';
      readonly occasion: 'yearStart' | 'yearEnd';
      /** The days that the route allows, both included. */
      readonly from: string;
      readonly to: string;
    }
  | { readonly code: 'category.evidence-needed' }
  | { readonly code: 'category.evidence-changed' }
  | { readonly code: 'category.row-not-settled' }
  | { readonly code: 'category.override-reason-needed'; readonly suggested: string }
  | { readonly code: 'category.comment-needed'; readonly why: 'disagrees' | 'represents' | 'other-category' }
  | { readonly code: 'category.not-changeable' }
  | { readonly code: 'calendar.changed-since' }
  | { readonly code: 'calendar.not-next'; readonly expected: Year }
  | {
      readonly code: 'calendar.wrong-dates';
      readonly issues: readonly { readonly path: string; readonly message: string }[];
    }
  /** Periods that would begin on another day, or be no more, though something was judged in them. */
  | { readonly code: 'calendar.has-records'; readonly periods: readonly PeriodRef[] }
  | { readonly code: 'academies.urn-taken'; readonly name: string }
  | { readonly code: 'academies.changed-since' }
  | { readonly code: 'people.already-there'; readonly name: string }
  | { readonly code: 'people.changed-since' }
  | { readonly code: 'people.unknown-reach' }
  | { readonly code: 'people.last-administrator' }
  | { readonly code: 'people.same' }
  | { readonly code: 'people.too-many-roles' }
  | { readonly code: 'store.conflict' }
  | {
      readonly code: 'store.too-large';
      /** What found no room, where more can be said about it. */
      readonly act?: 'judge' | 'comment' | 'reopen' | 'resubmit' | undefined;
      /** Characters too many. */
      readonly over?: number;
    }
  | { readonly code: 'store.edited-by-hand' }
  | { readonly code: 'handEdit.changed-since' }
  | { readonly code: 'handEdit.not-kept' }
  | { readonly code: 'handEdit.taken' }
  | { readonly code: 'delivery.changed-since' };

export type RefusalCode = Refusal['code'];
