import { aggregates } from '../../../functions/adapters/aggregates';
import type { Review, ReviewEvent } from '../../../shared/schema/review';
import { CategoryChangeRow, ReviewRow } from '../../../shared/schema/rows';
import { atApprove, changeAt, decidedChange, rejectedChange, returnedChange } from '../../support/builders/changes';
import { commandId } from '../../support/builders/ids';
import { cora, hazel } from '../../support/builders/people';
import { judgedReview, reopenedReview, reviewIn, signedOffReview } from '../../support/builders/reviews';

const { rowOf } = aggregates.reviews;
const signed = { type: 'signedOff', at: '2026-11-18T16:20:00Z', by: hazel.id };
const reopened = { type: 'reopened', at: '2026-11-19T11:00:00Z', by: cora.id };

it('a review’s row says who signed it off and who opened it again, oldest first', () => {
  expect(rowOf(signedOffReview()).settled).toEqual([signed]);
  expect(rowOf(reopenedReview()).settled).toEqual([signed, reopened]);
  expect(rowOf(judgedReview())).not.toHaveProperty('settled');
});

it('a review that is opened again ever so often does not outgrow its row: the latest few are kept', () => {
  const again = (n: number): ReviewEvent[] => [
    { type: 'reopened', commandId: commandId(`reopened-${n}`), at: reopened.at, by: cora.id, reason: 'Again.' },
    {
      type: 'signedOff',
      commandId: commandId(`signed-${n}`),
      at: `2026-12-${n + 10}T09:00:00Z`,
      by: hazel.id,
      comment: '',
    },
  ];
  const once = signedOffReview();
  const review: Review = { ...once, history: [...once.history, ...[1, 2, 3, 4, 5].flatMap(again)] };
  const { settled } = rowOf(review);
  expect(settled).toHaveLength(6);
  expect(settled?.at(-1)).toEqual({ type: 'signedOff', at: '2026-12-15T09:00:00Z', by: hazel.id });
});

it('a change’s row says who took its last step once it is over, and not before', () => {
  const last = (change: ReturnType<typeof decidedChange> | ReturnType<typeof rejectedChange>) => {
    const event = change.history[change.history.length - 1];
    return { at: event?.at, by: event?.by };
  };
  const row = aggregates.categoryChanges.rowOf;
  expect(row(decidedChange()).closed).toEqual(last(decidedChange()));
  expect(row(rejectedChange()).closed).toEqual(last(rejectedChange()));
  for (const open of [atApprove(), returnedChange()]) expect(row(open)).not.toHaveProperty('closed');
});

it('every row is what its schema reads, with or without what was not kept earlier', () => {
  for (const make of Object.values(reviewIn)) {
    const row = rowOf(make());
    expect(ReviewRow.parse(row)).toEqual(row);
    const { settled: _s, ...before } = row;
    expect(ReviewRow.parse(before)).toEqual(before);
  }
  for (const make of Object.values(changeAt)) {
    const row = aggregates.categoryChanges.rowOf(make());
    const { closed: _c, ...before } = row;
    expect(CategoryChangeRow.parse(row)).toEqual(row);
    expect(CategoryChangeRow.parse(before)).toEqual(before);
  }
});
