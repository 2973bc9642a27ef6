import type { QueryReview, ReopenReview, SendForSignOff, SignOffReview } from '../schema/commands';
import type { Review, ReviewEvent } from '../schema/review';
import { accepted, refused, type Result } from './result';
import { missingAreas, roundOf, unexplainedAreas, type ReviewContext, type Stamp } from './review';

/** What every state of a review shares. */
const common = (review: Review) => {
  const { urn, year, term, framework, notApplicable, judgements, kpis, earlier } = review;
  return { urn, year, term, framework, notApplicable, judgements, kpis, earlier };
};

const wrongState = (review: Review): Result<Review> => {
  if (review.state === 'signedOff')
    return refused({ code: 'review.already-signed-off', by: review.signedOffBy, at: review.signedOffAt });
  if (review.state === 'queried')
    return refused({
      code: 'review.already-queried',
      by: review.queriedBy,
      at: review.queriedAt,
      comment: review.comment,
    });
  return refused({ code: 'review.wrong-state', state: review.state });
};

/** The director sends a review whose every applicable area is judged to the head teacher. */
export const sendForSignOff = (review: Review, command: SendForSignOff, ctx: ReviewContext): Result<Review> => {
  if (review.state === 'awaitingSignOff' || review.state === 'signedOff') return wrongState(review);
  const missing = missingAreas(review, ctx.framework);
  if (missing.length > 0) return refused({ code: 'review.incomplete', missing });
  const areas = unexplainedAreas(review, ctx.framework);
  if (areas.length > 0) return refused({ code: 'review.unexplained', areas });
  const event: ReviewEvent = { type: 'sentForSignOff', commandId: command.commandId, by: ctx.by, at: ctx.at };
  const history = [...review.history, event];
  return accepted({ ...common(review), state: 'awaitingSignOff', sentBy: ctx.by, sentAt: ctx.at, history });
};

type Awaiting = Extract<Review, { state: 'awaitingSignOff' }>;

const awaitingRound = (review: Review, round: number): Result<Awaiting> => {
  if (review.state === 'awaitingSignOff' && round !== roundOf(review)) return refused({ code: 'review.sent-again' });
  if (review.state === 'awaitingSignOff') return accepted(review);
  const no = wrongState(review);
  return no.ok ? refused({ code: 'notFound' }) : no;
};

/** The head teacher signs off what they were sent: afterwards the review is locked. */
export const signOff = (review: Review, command: SignOffReview, { by, at }: Stamp): Result<Review> => {
  const awaiting = awaitingRound(review, command.round);
  if (!awaiting.ok) return awaiting;
  const { commandId, comment } = command;
  const history: ReviewEvent[] = [...review.history, { type: 'signedOff', commandId, by, at, comment }];
  const { sentBy } = awaiting.value;
  return accepted({
    ...common(review),
    state: 'signedOff',
    sentBy,
    signedOffBy: by,
    signedOffAt: at,
    comment,
    history,
  });
};

/** The head teacher sends it back with a comment; the trust may change judgements and send it again. */
export const query = (review: Review, command: QueryReview, { by, at }: Stamp): Result<Review> => {
  const awaiting = awaitingRound(review, command.round);
  if (!awaiting.ok) return awaiting;
  const { commandId, comment } = command;
  const history: ReviewEvent[] = [...review.history, { type: 'queried', commandId, by, at, comment }];
  const { sentBy } = awaiting.value;
  return accepted({ ...common(review), state: 'queried', sentBy, queriedBy: by, queriedAt: at, comment, history });
};

/** A locked review is opened again with a reason; what was signed off stays readable. */
export const reopen = (review: Review, command: ReopenReview, { by, at }: Stamp): Result<Review> => {
  if (review.state !== 'signedOff') return refused({ code: 'review.wrong-state', state: review.state });
  const { commandId, reason } = command;
  const signedOff = {
    at: review.signedOffAt,
    by: review.signedOffBy,
    judgements: review.judgements,
    kpis: review.kpis,
  };
  const history: ReviewEvent[] = [...review.history, { type: 'reopened', commandId, by, at, reason }];
  return accepted({ ...common(review), state: 'open', earlier: [...review.earlier, signedOff], history });
};
