import { Review, ReviewEvent, type ReviewState } from '../../../shared/schema/review';
import type { RefusalCode } from '../../../shared/domain/refusal';
import { openReview as startReview } from '../../../shared/domain/review';
import { now } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { area } from '../../support/builders/ids';
import { frozen, refusalOf, valueOf } from '../../support/builders/outcome';
import { cora, dana, hazel } from '../../support/builders/people';
import { openReview, queriedReview, reviewIn, signedOffReview } from '../../support/builders/reviews';
import type { Act } from './reviewActs';
import { id, key, asHead, acts } from './reviewActs';

type Cell = { readonly to: ReviewState; readonly event: ReviewEvent['type'] } | RefusalCode;

/** The lifecycle of a review: the source is `domain.md`, rules 3, 4 and 7. */
const table: Record<ReviewState, Record<Act, Cell>> = {
  open: {
    rateArea: { to: 'open', event: 'rated' },
    recordKpis: { to: 'open', event: 'measured' },
    sendForSignOff: { to: 'awaitingSignOff', event: 'sentForSignOff' },
    signOff: 'review.wrong-state',
    query: 'review.wrong-state',
    reopen: 'review.wrong-state',
  },
  awaitingSignOff: {
    rateArea: 'review.wrong-state',
    recordKpis: 'review.wrong-state',
    sendForSignOff: 'review.wrong-state',
    signOff: { to: 'signedOff', event: 'signedOff' },
    query: { to: 'queried', event: 'queried' },
    reopen: 'review.wrong-state',
  },
  queried: {
    rateArea: { to: 'queried', event: 'rated' },
    recordKpis: { to: 'queried', event: 'measured' },
    sendForSignOff: { to: 'awaitingSignOff', event: 'sentForSignOff' },
    signOff: 'review.already-queried',
    query: 'review.already-queried',
    reopen: 'review.wrong-state',
  },
  signedOff: {
    rateArea: 'review.already-signed-off',
    recordKpis: 'review.already-signed-off',
    sendForSignOff: 'review.already-signed-off',
    signOff: 'review.already-signed-off',
    query: 'review.already-signed-off',
    reopen: { to: 'open', event: 'reopened' },
  },
};
const states = Object.keys(table) as ReviewState[];
const actNames = Object.keys(acts) as Act[];
const by = {
  rateArea: dana,
  recordKpis: dana,
  sendForSignOff: dana,
  signOff: hazel,
  query: hazel,
  reopen: cora,
} as const;

/** Opening begins a review; agreeing takes several (`severalAgree`); a change of model is the trust's act. */
const elsewhere: readonly ReviewEvent['type'][] = ['opened', 'agreed', 'movedToModel'];

describe('the table is complete', () => {
  it('has a row for every state of the union', () =>
    expect([...states].sort()).toEqual(Review.def.options.flatMap((option) => option.shape.state.def.values).sort()));
  it('has a cell for every act in every state', () => {
    for (const state of states) expect(Object.keys(table[state]).sort()).toEqual([...actNames].sort());
  });
  it('has an act for every event that one alone makes, but the first', () => {
    const events = states.flatMap((state) =>
      Object.values(table[state]).flatMap((cell) => (typeof cell === 'string' ? [] : [cell.event])),
    );
    const all = ReviewEvent.def.options
      .flatMap((option) => option.shape.type.def.values)
      .filter((type) => !elsewhere.includes(type));
    expect([...new Set(events)].sort()).toEqual(all.sort());
  });
});

describe.each(states)('a review that is %s', (state) => {
  it.each(actNames)('meets %s', (act) => {
    const before = frozen(Review.parse(reviewIn[state]()));
    const cell = table[state][act];
    const result = acts[act](before);
    if (typeof cell === 'string') {
      expect(refusalOf(result)).toMatchObject({ code: cell, ...(cell === 'review.wrong-state' && { state }) });
      return;
    }
    const after = valueOf(result);
    expect(after.state).toBe(cell.to);
    expect(after.history.slice(0, -1)).toEqual(before.history);
    expect(after.history.at(-1)).toMatchObject({ type: cell.event, commandId: id, by: by[act].id, at: now });
    expect(Review.parse(after)).toEqual(after);
    expect(key(after)).toEqual(key(before));
    expect(after.notApplicable).toEqual(before.notApplicable);
  });
});

describe('the refusal tells what happened', () => {
  it('who signed off, and when', () => {
    const review = signedOffReview();
    expect(refusalOf(acts.signOff(review))).toEqual({
      code: 'review.already-signed-off',
      by: hazel.id,
      at: review.signedOffAt,
    });
  });
  it('who queried, when and why', () => {
    const { queriedAt: at, comment } = queriedReview();
    expect(refusalOf(acts.query(queriedReview()))).toEqual({
      code: 'review.already-queried',
      by: hazel.id,
      at,
      comment,
    });
  });
});

describe('opening', () => {
  it('starts empty, with one event, and remembers what does not apply', () => {
    const { urn, year, period } = openReview();
    const opening = {
      key: { urn, year, period },
      commandId: id,
      framework: smallFramework,
      notApplicable: [area.earlyYears],
    };
    const review = startReview(opening, asHead);
    expect(review).toEqual({
      urn,
      year,
      period,
      state: 'open',
      framework: { code: 'small', version: 1 },
      notApplicable: [area.earlyYears],
      judgements: {},
      kpis: {},
      earlier: [],
      history: [{ type: 'opened', commandId: id, by: hazel.id, at: now }],
    });
    expect(Review.parse(review)).toEqual(review);
  });
});
