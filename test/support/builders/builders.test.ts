import { checkFramework } from '../../../shared/domain/checkFramework';
import { CategoryChange } from '../../../shared/schema/categoryChange';
import { Review } from '../../../shared/schema/review';
import { approveOnly, ceoProposes, proposerNeverApproves, smallFramework, withRoute } from './framework';
import { changeAt, recordedChange, resubmittedChange } from './changes';
import { everyReview, reviewIn } from './reviews';

describe('what the builders make is what the store would take', () => {
  it.each([
    ['small', smallFramework],
    ['proposer never approves', withRoute(proposerNeverApproves)],
    ['approve only', withRoute(approveOnly)],
    ['CEO proposes', withRoute(ceoProposes)],
  ])('the framework %s is sound', (_, framework) => expect(checkFramework(framework)).toEqual([]));

  it.each(Object.entries(everyReview()))('the review %s', (_, review) => expect(Review.parse(review)).toEqual(review));
  it.each(Object.entries({ ...changeAt, recordedChange, resubmittedChange }))('the change %s', (_, build) =>
    expect(CategoryChange.parse(build())).toEqual(build()),
  );

  it('has a review for every state', () =>
    expect(Object.keys(reviewIn).sort()).toEqual(
      Review.def.options.flatMap((option) => option.shape.state.def.values).sort(),
    ));
  it('has a change for every state', () =>
    expect([...new Set(Object.values(changeAt).map((build) => build().state))].sort()).toEqual(
      CategoryChange.def.options.flatMap((option) => option.shape.state.def.values).sort(),
    ));
});
