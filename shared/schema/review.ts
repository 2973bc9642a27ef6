import * as z from 'zod/mini';
import {
  AreaCode,
  CommandId,
  Day,
  Instant,
  KpiCode,
  LevelCode,
  PersonId,
  RequiredText,
  Period,
  Text,
  Urn,
  Year,
} from './ids';
import { AskedModel } from './asked';
import { FrameworkRef } from './framework';
import { RouteRole } from './route';

/** Which review: one academy, one period of the framework (a term, a year). */
export const ReviewKey = z.object({ urn: Urn, year: Year, period: Period });
export type ReviewKey = z.infer<typeof ReviewKey>;

export const EvidenceLink = z.object({
  title: RequiredText(120),
  url: z.url({ protocol: /^https$/ }).check(z.maxLength(500)),
});
export type EvidenceLink = z.infer<typeof EvidenceLink>;

/** One area's level. `id` is the command that made it, so that a rater can say which judgement they had seen. */
export const Judgement = z.object({
  id: CommandId,
  level: LevelCode,
  /** What the KPIs suggested when it was judged; absent where they suggested nothing. */
  suggested: z.optional(LevelCode),
  rationale: Text(2000),
  evidence: z._default(z.array(EvidenceLink).check(z.maxLength(5)), []),
  by: PersonId,
  at: Instant,
});
export type Judgement = z.infer<typeof Judgement>;

export const KpiValue = z.object({
  value: z.number().check(z.gte(-1_000_000), z.lte(1_000_000)),
  asAt: Day,
  source: Text(120),
  by: PersonId,
  at: Instant,
});
export type KpiValue = z.infer<typeof KpiValue>;

const stamp = { commandId: CommandId, at: Instant, by: PersonId };
/** A replaced wording leaves a record that is full; it is then in the item's kept versions alone. */
const JudgementBefore = z.nullable(
  z.extend(z.pick(Judgement, { level: true, rationale: true }), { wordingLeftOut: z.optional(z.literal(true)) }),
);
const KpiNumbers = z.partialRecord(KpiCode, z.nullable(z.number()));

/** Judgements whose area or level the new model has no more; not lost, and no longer counted. */
const Dropped = z._default(z.partialRecord(AreaCode, Judgement), {});
const DroppedKpis = z._default(z.partialRecord(KpiCode, KpiValue), {});

/**
 * An area that is saved as it is typed: later commands of the same sitting that changed only its wording. `continued`
 * are the commands before `commandId`, oldest first; `begun` is when the first of them arrived.
 */
const sitting = {
  begun: z.optional(Instant),
  continued: z.optional(z.array(CommandId).check(z.minLength(1), z.maxLength(20))),
};

/** Every change of a review, oldest first. The command id makes a second arrival of the same command harmless. */
export const ReviewEvent = z.discriminatedUnion('type', [
  z.object({ ...stamp, type: z.literal('opened') }),
  z.object({
    ...stamp,
    ...sitting,
    type: z.literal('rated'),
    area: AreaCode,
    before: JudgementBefore,
    after: LevelCode,
  }),
  z.object({
    ...stamp,
    ...sitting,
    type: z.literal('measured'),
    area: AreaCode,
    before: KpiNumbers,
    after: KpiNumbers,
  }),
  z.object({ ...stamp, type: z.literal('sentForSignOff') }),
  z.object({ ...stamp, type: z.literal('queried'), comment: RequiredText(2000) }),
  /** One of several who must agree has done so; the last one's is `signedOff`. */
  z.object({
    ...stamp,
    type: z.literal('agreed'),
    roles: z.array(RouteRole).check(z.minLength(1)),
    comment: Text(2000),
  }),
  z.object({ ...stamp, type: z.literal('signedOff'), comment: Text(2000) }),
  z.object({ ...stamp, type: z.literal('reopened'), reason: RequiredText(2000) }),
  /** The trust changed its model in the middle of the year, and this record, not yet submitted, went with it. */
  z.object({
    ...stamp,
    type: z.literal('movedToModel'),
    from: FrameworkRef,
    to: FrameworkRef,
    dropped: Dropped,
    droppedKpis: DroppedKpis,
  }),
]);
export type ReviewEvent = z.infer<typeof ReviewEvent>;

export const Judgements = z.partialRecord(AreaCode, Judgement);
export type Judgements = z.infer<typeof Judgements>;
export const KpiValues = z.partialRecord(KpiCode, KpiValue);
export type KpiValues = z.infer<typeof KpiValues>;

/** What was signed off before a review was reopened: locked, and still readable. */
export const SignedOffVersion = z.object({ at: Instant, by: PersonId, judgements: Judgements, kpis: KpiValues });
export type SignedOffVersion = z.infer<typeof SignedOffVersion>;

/** Somebody agreed with what was sent, for these of the roles that must agree. */
export const Agreement = z.object({ roles: z.array(RouteRole).check(z.minLength(1)), by: PersonId, at: Instant });
export type Agreement = z.infer<typeof Agreement>;

const base = {
  ...ReviewKey.shape,
  framework: FrameworkRef,
  /** From the first submission on. */
  asked: z.optional(AskedModel),
  /** Areas that do not apply to this academy, fixed when the review was opened. */
  notApplicable: z.array(AreaCode),
  judgements: Judgements,
  /** KPI codes are unique within a framework. */
  kpis: KpiValues,
  history: z.array(ReviewEvent).check(z.minLength(1)),
  earlier: z._default(z.array(SignedOffVersion), []),
};

/** One academy × one period: a termly review, or a year's matrix row. One variant per state. */
export const Review = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('open') }),
  z.object({
    ...base,
    state: z.literal('awaitingSignOff'),
    sentBy: PersonId,
    sentAt: Instant,
    /** Who has agreed in this round; the record is locked when every role of `settling` has. */
    agreed: z._default(z.array(Agreement), []),
  }),
  z.object({
    ...base,
    state: z.literal('queried'),
    sentBy: PersonId,
    queriedBy: PersonId,
    queriedAt: Instant,
    comment: RequiredText(2000),
  }),
  z.object({
    ...base,
    state: z.literal('signedOff'),
    sentBy: PersonId,
    signedOffBy: PersonId,
    signedOffAt: Instant,
    comment: Text(2000),
    /** Who agreed in the round that was signed off, the last one included. */
    agreed: z._default(z.array(Agreement), []),
  }),
]);
export type Review = z.infer<typeof Review>;
export type ReviewState = Review['state'];
