import { reviewSlots } from '../../../../shared/domain/cards/reviewSlots';
import type { Review, ReviewState } from '../../../../shared/schema/review';
import { now } from '../../../support/builders/calendar';
import { smallFramework } from '../../../support/builders/framework';
import { alder, nameOf, people } from '../../../support/builders/people';
import { openReview, reopenedReview, reviewIn, signedOffReview } from '../../../support/builders/reviews';
import { sentAgain } from './sentAgain';

const slotsOf = (review: Review, at = now) =>
  reviewSlots(smallFramework, review, alder, { people, now: at }).map(({ person, slot }) => [nameOf(person), slot]);

describe('who must have a card', () => {
  const due: Record<ReviewState, [string, string][]> = {
    open: [],
    awaitingSignOff: [
      ['Hazel Head', 'sign-off-1'],
      ['Colin Cohead', 'sign-off-1'],
    ],
    queried: [['Dana Director', 'query-1']],
    signedOff: [['Dana Director', 'signed-off-1']],
  };
  it.each(Object.keys(due) as ReviewState[])('%s', (state) =>
    expect(
      reviewSlots(smallFramework, reviewIn[state](), alder, { people, now }).map(({ person, slot }) => [
        nameOf(person),
        slot,
      ]),
    ).toEqual(due[state]),
  );
  it('whoever judges, and the heads, hear that it was opened, but not who opened it', () =>
    expect(slotsOf(openReview(), '2026-10-05T08:00:00Z')).toEqual([
      ['Hazel Head', 'opened'],
      ['Colin Cohead', 'opened'],
      ['Prim Primary', 'opened'],
      ['Stella Staffing', 'opened'],
    ]));
  it('those who signed off hear that it was reopened', () =>
    expect(slotsOf(reopenedReview())).toEqual([
      ['Hazel Head', 'reopened-1'],
      ['Colin Cohead', 'reopened-1'],
    ]));
  it.each([
    ['opened', openReview()],
    ['signed off', signedOffReview()],
    ['reopened', reopenedReview()],
  ])('what was %s more than a fortnight ago is no news', (_, review) =>
    expect(slotsOf(review, '2026-12-18T08:00:00Z')).toEqual([]),
  );
  it('the second sending has slots of its own', () =>
    expect(reviewSlots(smallFramework, sentAgain, alder, { people, now }).map(({ slot }) => slot)).toEqual([
      'sign-off-2',
      'sign-off-2',
    ]));
});
