import { Review, ReviewEvent, type ReviewState } from '../../../shared/schema/review';
import type { RefusalCode } from '../../../shared/domain/refusal';
import type { Result } from '../../../shared/domain/result';
import { openReview as startReview, rateArea, recordKpis, roundOf } from '../../../shared/domain/review';
import { query, reopen, sendForSignOff, signOff } from '../../../shared/domain/signOff';
import { now } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { area, commandId, kpi, level } from '../../support/builders/ids';
import { frozen, refusalOf, valueOf } from '../../support/builders/outcome';
import { cora, dana, hazel } from '../../support/builders/people';
import {
  awaitingReview,
  judgedReview,
  openReview,
  queriedReview,
  reopenedReview,
  reviewIn,
  signedOffReview,
} from '../../support/builders/reviews';

const id = commandId('new-act');
const key = ({ urn, year, period }: Review) => ({ urn, year, period });
const asDirector = { by: dana.id, at: now, framework: smallFramework };
const asSender = { ...asDirector, roles: [] };
const asHead = { by: hazel.id, at: now };
const asSigner = { ...asHead, roles: ['headTeacher'], needed: ['headTeacher'] } as const;

/** Every act on a review, aimed at what is there now. */
const acts = {
  rateArea: (review) =>
    rateArea(
      review,
      {
        commandId: id,
        ...key(review),
        area: area.safeguarding,
        level: level.actions,
        rationale: 'Seen on a visit.',
        evidence: [],
        basedOn: review.judgements[area.safeguarding]?.id ?? null,
      },
      asDirector,
    ),
  recordKpis: (review) =>
    recordKpis(
      review,
      {
        commandId: id,
        ...key(review),
        area: area.attendance,
        values: { [kpi.attendanceRate]: { value: 93.5, asAt: '2026-11-01', source: 'Register' } },
      },
      asDirector,
    ),
  sendForSignOff: (review) => sendForSignOff(review, { commandId: id, ...key(review) }, asSender),
  signOff: (review) =>
    signOff(review, { commandId: id, ...key(review), round: Math.max(1, roundOf(review)), comment: 'Fine.' }, asSigner),
  query: (review) =>
    query(review, { commandId: id, ...key(review), round: Math.max(1, roundOf(review)), comment: 'Why?' }, asHead),
  reopen: (review) => reopen(review, { commandId: id, ...key(review), reason: 'A mistake.' }, { by: cora.id, at: now }),
} satisfies Record<string, (review: Review) => Result<Review>>;
type Act = keyof typeof acts;

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

describe('sending for sign-off', () => {
  it('is refused while an area that applies is not judged, and names every one', () => {
    const { [area.attendance]: _, ...judgements } = judgedReview().judgements;
    expect(refusalOf(acts.sendForSignOff({ ...judgedReview(), judgements }))).toEqual({
      code: 'review.incomplete',
      missing: [area.attendance],
    });
    expect(refusalOf(acts.sendForSignOff(openReview()))).toMatchObject({ missing: Object.values(area) });
  });

  it('does not ask for areas that do not apply', () => {
    const { [area.earlyYears]: _, ...judgements } = judgedReview().judgements;
    const review: Review = { ...judgedReview(), judgements, notApplicable: [area.earlyYears] };
    expect(valueOf(acts.sendForSignOff(review)).state).toBe('awaitingSignOff');
  });

  it('is refused where the measures now suggest another level and no reason is given', () => {
    const kpis = { [kpi.attendanceRate]: { value: 40, asAt: '2026-11-01', source: '', by: dana.id, at: now } };
    expect(refusalOf(acts.sendForSignOff(judgedReview({ kpis, rationale: '' })))).toEqual({
      code: 'review.unexplained',
      areas: [area.attendance],
    });
    expect(valueOf(acts.sendForSignOff(judgedReview({ kpis }))).state).toBe('awaitingSignOff');
  });

  it('does not ask a reason of an area that does not apply', () => {
    const kpis = { [kpi.attendanceRate]: { value: 40, asAt: '2026-11-01', source: '', by: dana.id, at: now } };
    const review: Review = { ...judgedReview({ kpis, rationale: '' }), notApplicable: [area.attendance] };
    expect(valueOf(acts.sendForSignOff(review)).state).toBe('awaitingSignOff');
  });
});

describe('rounds', () => {
  it('count the sendings', () => {
    expect(roundOf(openReview())).toBe(0);
    expect(roundOf(awaitingReview())).toBe(1);
    expect(roundOf(valueOf(acts.sendForSignOff(queriedReview())))).toBe(2);
    expect(roundOf(valueOf(acts.sendForSignOff(reopenedReview())))).toBe(2);
  });

  it.each([1, 3])('a decision on round %s of the second is refused: it was another sending', (round) => {
    const again = valueOf(acts.sendForSignOff(queriedReview()));
    const command = { commandId: commandId('late-act'), ...key(again), round, comment: 'Old card.' };
    expect(refusalOf(signOff(again, command, asSigner)).code).toBe('review.sent-again');
    expect(refusalOf(query(again, command, asHead)).code).toBe('review.sent-again');
  });

  it('an old card of a review that is signed off hears who did it', () => {
    const again = valueOf(acts.signOff(valueOf(acts.sendForSignOff(queriedReview()))));
    const command = { commandId: commandId('late-act'), ...key(again), round: 1, comment: '' };
    expect(refusalOf(signOff(again, command, asSigner)).code).toBe('review.already-signed-off');
  });
});

describe('reopening', () => {
  it('keeps what was signed off, as it was', () => {
    const before = signedOffReview();
    const after = valueOf(acts.reopen(before));
    const { judgements, kpis, signedOffAt: at } = before;
    expect(after.earlier).toEqual([{ at, by: hazel.id, judgements, kpis }]);
    expect(after.judgements).toEqual(judgements);
    expect(after).not.toHaveProperty('signedOffBy');
  });

  it('keeps the earlier versions through a second signing off and reopening, unchanged by later judgements', () => {
    const first = signedOffReview().judgements;
    const rated = valueOf(acts.rateArea(reopenedReview()));
    const again = valueOf(acts.reopen(valueOf(acts.signOff(valueOf(acts.sendForSignOff(rated))))));
    expect(again.earlier.map((version) => version.judgements)).toEqual([first, rated.judgements]);
    expect(again.earlier[0]?.judgements[area.safeguarding]?.level).toBe(level.assured);
    expect(again.earlier[1]?.judgements[area.safeguarding]?.level).toBe(level.actions);
  });
});
