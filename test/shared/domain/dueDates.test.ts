import { changeDueOn, openingDueOn, reviewDueOn } from '../../../shared/domain/dueDates';
import type { Review } from '../../../shared/schema/review';
import { settings } from '../../support/builders/calendar';
import {
  atApprove,
  atConfirm,
  decidedChange,
  rejectedChange,
  returnedChange,
  withdrawnChange,
} from '../../support/builders/changes';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  signedOffReview,
} from '../../support/builders/reviews';
import { rowOf } from '../../support/builders/rows';
import { autumn } from '../../support/builders/calendar';
import { schoolYear } from '../../support/builders/anyCalendar';

/** The last school day is 18 December; the tenth before it 4 December. */
const period = { ...autumn, startsOn: '2026-09-02', endsOn: '2026-12-18' };

describe('a record', () => {
  it.each<[string, Review, string | undefined]>([
    ['open: ten school days before the end of its period', openReview(), '2026-12-04'],
    ['judged and not sent: the same day', judgedReview(), '2026-12-04'],
    ['sent on a Monday: the Monday after', awaitingReview(), '2026-11-23'],
    ['queried on a Tuesday: the Tuesday after', queriedReview(), '2026-11-24'],
    ['signed off: nothing', signedOffReview(), undefined],
  ])('%s', (_, review, expected) => {
    expect(reviewDueOn(settings, rowOf(review), period)).toBe(expected);
  });

  it('reopened late is given as long as the answer to a query', () => {
    const row = { ...rowOf(reopenedReview()), waitingSince: '2026-12-03T15:00:00Z' };
    expect(reviewDueOn(settings, row, period)).toBe('2026-12-10');
    expect(reviewDueOn(settings, rowOf(reopenedReview()), period)).toBe('2026-12-04');
  });

  it('knows since when it has waited: from its reopening, not its opening', () => {
    expect(rowOf(openReview()).waitingSince).toBe('2026-10-01T08:00:00Z');
    expect(rowOf(reopenedReview()).waitingSince).toBe('2026-11-19T11:00:00Z');
    expect(rowOf(awaitingReview()).waitingSince).toBe('2026-11-16T14:05:00Z');
    expect(rowOf(queriedReview()).waitingSince).toBe('2026-11-17T09:30:00Z');
    expect(rowOf(signedOffReview()).waitingSince).toBeUndefined();
  });

  it('has no date where it is not known since when it waits, or in which period', () => {
    const { waitingSince: _, ...row } = rowOf(awaitingReview());
    expect(reviewDueOn(settings, row, period)).toBeUndefined();
    expect(reviewDueOn(settings, rowOf(openReview()), undefined)).toBeUndefined();
  });

  it('sent before a holiday is not due in it', () => {
    const sent = { ...rowOf(awaitingReview()), waitingSince: '2026-10-20T10:00:00Z' };
    // 21 and 22 October; then a closed day, half term; 2, 3 and 4 November.
    expect(reviewDueOn(schoolYear, sent, period)).toBe('2026-11-04');
    const atEnd = { ...sent, waitingSince: '2026-12-17T10:00:00Z' };
    expect(reviewDueOn(settings, atEnd, period)).toBe('2027-01-07');
  });

  it('sent late in the evening counts from that day in London', () => {
    const sent = { ...rowOf(awaitingReview()), waitingSince: '2026-09-07T23:30:00Z' };
    expect(reviewDueOn(settings, sent, period)).toBe('2026-09-15');
  });
});

describe('a change', () => {
  it.each([
    ['with the CEO: five school days after the step before', atApprove(), '2026-11-18'],
    ['with the Board: twenty', atConfirm(), '2026-12-10'],
    ['returned: ten', returnedChange(), '2026-11-27'],
    ['decided: nothing', decidedChange(), undefined],
    ['rejected: nothing', rejectedChange(), undefined],
    ['withdrawn: nothing', withdrawnChange(), undefined],
  ])('%s', (_, change, expected) => {
    expect(changeDueOn(settings, change)).toBe(expected);
  });

  it('is due by the trust’s own settings', () => {
    const within = { ...settings.delivery.within, approve: 1 };
    expect(changeDueOn({ ...settings, delivery: { ...settings.delivery, within } }, atApprove())).toBe('2026-11-12');
  });
});

describe('opening', () => {
  it('is due when judging is', () => expect(openingDueOn(settings, period)).toBe('2026-12-04'));
  it('of a fortnight is due a week after it began, not before it', () => {
    const fortnight = { year: autumn.year, period: 'f01' as const, startsOn: '2026-09-07', endsOn: '2026-09-20' };
    expect(openingDueOn(settings, fortnight)).toBe('2026-09-14');
  });
});
