import type { QueryReview, ReopenReview, SendForSignOff, SignOffReview } from '../schema/commands';
import type { KpiCode } from '../schema/ids';
import type { Agreement, Review, ReviewEvent } from '../schema/review';
import type { RouteRole } from '../schema/route';
import { askedModel } from './asked';
import { settlingOf } from './judging';
import { accepted, refused, type Result } from './result';
import {
  alreadySettled,
  levelsOf,
  missingAreas,
  roundOf,
  unexplainedAreas,
  type ReviewContext,
  type Stamp,
} from './review';

/** What every state of a review shares. */
const common = (review: Review) => {
  const { urn, year, period, framework, asked, notApplicable, judgements, kpis, earlier } = review;
  return { urn, year, period, framework, ...(asked && { asked }), notApplicable, judgements, kpis, earlier };
};

const wrongState = (review: Review): Result<Review> => {
  if (review.state === 'signedOff') return refused(alreadySettled(review));
  if (review.state === 'queried')
    return refused({
      code: 'review.already-queried',
      by: review.queriedBy,
      at: review.queriedAt,
      comment: review.comment,
    });
  return refused({ code: 'review.wrong-state', state: review.state });
};

interface Sending extends ReviewContext {
  /** The roles among those that must agree which the sender holds. */
  readonly roles: readonly RouteRole[];
}

/**
 * Where several agree, whoever sends it has agreed by doing so; a single sign-off is always an act of its own, and so is
 * the last agreement.
 */
const agreedBySending = ({ framework, roles, by, at }: Sending): Agreement[] => {
  const settling = settlingOf(framework);
  const others = settling.by.some((role) => !roles.includes(role));
  return settling.word === 'agreement' && others && roles.length > 0 ? [{ roles: [...roles], by, at }] : [];
};

/** A review whose every applicable area is judged goes to whoever signs it off, with a copy of what was asked. */
export const sendForSignOff = (review: Review, command: SendForSignOff, ctx: Sending): Result<Review> => {
  if (review.state === 'awaitingSignOff' || review.state === 'signedOff') return wrongState(review);
  const missing = missingAreas(review, ctx.framework);
  if (missing.length > 0) return refused({ code: 'review.incomplete', missing });
  const areas = unexplainedAreas(review, ctx.framework);
  if (areas.length > 0) return refused({ code: 'review.unexplained', areas });
  const { by, at } = ctx;
  const history: ReviewEvent[] = [...review.history, { type: 'sentForSignOff', commandId: command.commandId, by, at }];
  const asked = askedModel(ctx.framework, levelsOf(review), Object.keys(review.kpis) as KpiCode[]);
  const agreed = agreedBySending(ctx);
  return accepted({ ...common(review), asked, state: 'awaitingSignOff', sentBy: by, sentAt: at, agreed, history });
};

type Awaiting = Extract<Review, { state: 'awaitingSignOff' }>;

const awaitingRound = (review: Review, round: number): Result<Awaiting> => {
  if (review.state === 'awaitingSignOff' && round !== roundOf(review)) return refused({ code: 'review.sent-again' });
  if (review.state === 'awaitingSignOff') return accepted(review);
  const no = wrongState(review);
  return no.ok ? refused({ code: 'notFound' }) : no;
};

interface Settling extends Stamp {
  /** Every role that must agree. */
  readonly needed: readonly RouteRole[];
  /** Those of them that this person holds. */
  readonly roles: readonly RouteRole[];
}

/** Why there is nothing left for this person to agree: they have, or somebody else has in the same role. */
const nothingLeft = ({ agreed }: Awaiting, { by, roles }: Settling): Result<Review> => {
  const own = agreed.find((agreement) => agreement.by === by);
  const others = agreed.find((agreement) => agreement.roles.some((role) => roles.includes(role)));
  const done = own ?? others;
  return refused(done ? { code: 'review.already-agreed', by: done.by, at: done.at } : { code: 'notAllowed' });
};

/**
 * Signs off what was sent, or agrees to it. When the last role that must agree has, the review is locked. Refusals:
 * `review.wrong-state` and its like, `review.sent-again`, `review.already-agreed`.
 */
export const signOff = (review: Review, command: SignOffReview, ctx: Settling): Result<Review> => {
  const awaiting = awaitingRound(review, command.round);
  if (!awaiting.ok) return awaiting;
  const { by, at, needed } = ctx;
  const { sentBy, sentAt, agreed } = awaiting.value;
  const open = needed.filter((role) => !agreed.some(({ roles }) => roles.includes(role)));
  const roles = open.filter((role) => ctx.roles.includes(role));
  if (roles.length === 0) return nothingLeft(awaiting.value, ctx);
  const { commandId, comment } = command;
  const stamp = { commandId, by, at, comment };
  const now = [...agreed, { roles, by, at }];
  if (roles.length < open.length) {
    const history: ReviewEvent[] = [...review.history, { type: 'agreed', roles, ...stamp }];
    return accepted({ ...common(review), state: 'awaitingSignOff', sentBy, sentAt, agreed: now, history });
  }
  const history: ReviewEvent[] = [...review.history, { type: 'signedOff', ...stamp }];
  const signed = { sentBy, signedOffBy: by, signedOffAt: at, comment, agreed: now, history };
  return accepted({ ...common(review), state: 'signedOff', ...signed });
};

/** Sent back with a comment: judgements may change, agreements are void, and it is sent again. */
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
