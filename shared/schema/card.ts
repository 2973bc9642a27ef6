import * as z from 'zod/mini';
import { ChangeId, Day, Instant, Period, Urn, Year } from './ids';
import { CategoryWord, Tone } from './framework';
import { ReviewKey } from './review';

/** A level or category as a card shows it: word, symbol and tone together. */
export const Mark = z.object({ word: z.string(), symbol: z.string(), tone: Tone });
export type Mark = z.infer<typeof Mark>;

const common = {
  /** The sentence that says why this person receives the card. */
  why: z.string(),
  /** The exact place in the tab. */
  subPageId: z.string(),
  /** Its place among the cards of its matter, by which it is drawn again; absent on one that is drawn afresh. */
  slot: z.optional(z.string()),
};

/** What one person's card about a review shows. `ask` is what it asks of them; without it the card only tells. */
/** How many areas stand at each level. */
const Counts = z.array(z.object({ mark: Mark, count: z.int() }));

export const ReviewCard = z.object({
  card: z.literal('review'),
  key: ReviewKey,
  academyName: z.string(),
  period: z.object({ year: Year, period: Period }),
  round: z.int(),
  /** `agree` where several must agree, `signOff` where one signs off. */
  ask: z.optional(z.enum(['signOff', 'agree', 'answerQuery'])),
  headline: z.string(),
  /** What happened, newest last: 'Signed off by … on …'. */
  status: z.array(z.string()),
  /** Of all groups together, the best level first. */
  counts: Counts,
  groups: z.array(z.object({ name: z.string(), counts: Counts })),
  intervention: z.array(z.object({ area: z.string(), mark: Mark })),
  changes: z.array(z.object({ area: z.string(), from: Mark, to: Mark, direction: z.enum(['better', 'worse']) })),
  comparedWith: z.optional(z.string()),
  comment: z.optional(z.object({ by: z.string(), text: z.string() })),
  ...common,
});
export type ReviewCard = z.infer<typeof ReviewCard>;

export const ChangeCard = z.object({
  card: z.literal('change'),
  id: ChangeId,
  urn: Urn,
  academyName: z.string(),
  round: z.int(),
  step: z.optional(z.int()),
  ask: z.optional(z.enum(['discuss', 'represent', 'approve', 'confirm', 'resubmit'])),
  /** On a discussing step: a disagreement returns the change. */
  mustAgree: z.optional(z.boolean()),
  /** On a confirming step: for whom it is confirmed ('the Board'), where a body holds it. */
  onBehalfOf: z.optional(z.string()),
  /** On a confirming step: another category may be confirmed instead, which is done in the tab. */
  mayChangeCategory: z.optional(z.boolean()),
  categoryWord: z._default(CategoryWord, 'category'),
  headline: z.string(),
  from: z.optional(Mark),
  to: Mark,
  /** What was proposed, where the Board confirmed another category. */
  insteadOf: z.optional(Mark),
  effectiveFrom: Day,
  proposedBy: z.string(),
  proposedAt: Instant,
  rationale: z.string(),
  evidence: z.optional(
    z.object({
      period: z.object({ year: Year, period: Period }),
      takenAt: Instant,
      counts: Counts,
      intervention: z.array(z.object({ area: z.string(), mark: Mark })),
    }),
  ),
  /** Areas whose level is another one now than in the evidence; a side is absent where nothing was judged. */
  changedSince: z._default(z.array(z.object({ area: z.string(), then: z.optional(Mark), now: z.optional(Mark) })), []),
  /** Digest of that: a decision on a card that showed something else is refused. */
  seen: z.optional(z.string()),
  /** What the framework's rule suggested, in a line, and why the proposal differs. */
  suggested: z.optional(z.string()),
  outsideOpinion: z.optional(z.string()),
  support: z.object({ added: z.array(z.string()), ended: z.array(z.string()), changed: z.array(z.string()) }),
  /** One line for each step of the route. */
  steps: z.array(z.object({ text: z.string(), status: z.enum(['done', 'current', 'later', 'skipped']) })),
  comment: z.optional(z.object({ by: z.string(), text: z.string() })),
  outcome: z.optional(z.string()),
  today: Day,
  ...common,
});
export type ChangeCard = z.infer<typeof ChangeCard>;

/** What takes the place of a card whose reader may no longer see what it was about. It names nothing. */
export const GoneCard = z.object({
  card: z.literal('gone'),
  headline: z.string(),
  ...common,
});
export type GoneCard = z.infer<typeof GoneCard>;

/**
 * What waits for one person, in one message: a digest of many items, a reminder of what is due, or what others are
 * overdue with. Drawn from the present state each time, so that what is done is no longer on it.
 */
export const WorkCard = z.object({
  card: z.literal('work'),
  occasion: z.enum(['digest', 'reminder', 'overdueOfOthers']),
  headline: z.string(),
  asAt: Instant,
  /** In the order of their dates; `overdue` is said in words too. */
  items: z.array(
    z.object({
      title: z.string(),
      detail: z.string(),
      dueOn: z.optional(Day),
      overdue: z.boolean(),
      /** Whom it waits for, where that is somebody else. */
      with: z.optional(z.string()),
      subPageId: z.string(),
    }),
  ),
  ...common,
});
export type WorkCard = z.infer<typeof WorkCard>;

export const CardModel = z.discriminatedUnion('card', [ReviewCard, ChangeCard, WorkCard, GoneCard]);
export type CardModel = z.infer<typeof CardModel>;

/** What a card's button sends back; the renderer writes it, the bot parses it, the server believes none of it. */
export const CardAnswer = z.discriminatedUnion('verb', [
  z.object({
    verb: z.literal('review.signOff'),
    ...ReviewKey.shape,
    round: z.int(),
    comment: z._default(z.string(), ''),
  }),
  z.object({
    verb: z.literal('review.query'),
    ...ReviewKey.shape,
    round: z.int(),
    comment: z._default(z.string(), ''),
  }),
  z.object({
    verb: z.enum([
      'change.agree',
      'change.comment',
      'change.represent',
      'change.noRepresentations',
      'change.approve',
      'change.return',
      'change.reject',
      'change.confirm',
    ]),
    id: ChangeId,
    round: z.int(),
    step: z.int(),
    seen: z.optional(z.string().check(z.maxLength(64))),
    comment: z._default(z.string(), ''),
    meetingDate: z.optional(z.string()),
  }),
]);
export type CardAnswer = z.infer<typeof CardAnswer>;
