import * as z from 'zod/mini';
import {
  AreaCode,
  CategoryCode,
  ChangeId,
  CommandId,
  Day,
  KpiCode,
  LevelCode,
  RequiredText,
  RouteCode,
  Period,
  PersonId,
  Text,
  Urn,
  Year,
} from './ids';
import { OutsideOpinion } from './categoryChange';
import { FrameworkRef } from './framework';
import { HandEditKey } from './handEditViews';
import { Inspection, SelfEvaluation } from './historic';
import { EvidenceLink, ReviewKey } from './review';
import { DeliveryPolicy } from './settings';

const command = { commandId: CommandId };
const onReview = { ...command, ...ReviewKey.shape };
const onChange = { ...command, id: ChangeId };
/**
 * Which sending (review) or proposal (change) the person decided on: the number of times it has been put to them,
 * counted from 1. A decision on an older one is refused with the present state.
 */
const round = z.int().check(z.gte(1), z.lte(1000));

/** `academies`: only for these; without it for all that the actor may open it for. */
export const OpenReviews = z.object({
  ...command,
  year: Year,
  period: Period,
  academies: z.optional(z.array(Urn).check(z.maxLength(1000))),
});
export type OpenReviews = z.infer<typeof OpenReviews>;

/** `basedOn` is the id of the judgement the rater had in sight, or null where there was none. */
export const RateArea = z.object({
  ...onReview,
  area: AreaCode,
  level: LevelCode,
  rationale: Text(2000),
  evidence: z._default(z.array(EvidenceLink).check(z.maxLength(5)), []),
  basedOn: z.nullable(CommandId),
});
export type RateArea = z.infer<typeof RateArea>;

const TypedKpi = z.object({
  value: z.number().check(z.gte(-1_000_000), z.lte(1_000_000)),
  asAt: Day,
  source: Text(120),
});
const TypedKpis = z.partialRecord(KpiCode, z.nullable(TypedKpi));

/**
 * KPI values of one area; null removes a value. `seen`: what stood there when the writer looked, null for nothing;
 * where it is given for a value and another one stands there by now, nothing is written.
 */
export const RecordKpis = z.object({ ...onReview, area: AreaCode, values: TypedKpis, seen: z.optional(TypedKpis) });
export type RecordKpis = z.infer<typeof RecordKpis>;

export const SendForSignOff = z.object(onReview);
export type SendForSignOff = z.infer<typeof SendForSignOff>;
export const SignOffReview = z.object({ ...onReview, round, comment: z._default(Text(2000), '') });
export type SignOffReview = z.infer<typeof SignOffReview>;
export const QueryReview = z.object({ ...onReview, round, comment: RequiredText(2000) });
export type QueryReview = z.infer<typeof QueryReview>;
export const ReopenReview = z.object({ ...onReview, reason: RequiredText(2000) });
export type ReopenReview = z.infer<typeof ReopenReview>;

/** `id` is made by the client, so that the same proposal sent twice is one proposal. */
export const ProposeCategoryChange = z.object({
  ...onChange,
  urn: Urn,
  to: CategoryCode,
  rationale: RequiredText(4000),
  effectiveFrom: Day,
  /** Which of the framework's routes it takes. */
  route: RouteCode,
  /** The matrix row to freeze as evidence; absent in a framework without a matrix. */
  evidence: z.optional(z.object({ year: Year, period: Period })),
  overrideReason: z.optional(RequiredText(2000)),
  outsideOpinion: z.optional(OutsideOpinion),
});
export type ProposeCategoryChange = z.infer<typeof ProposeCategoryChange>;

const step = z.int().check(z.gte(0), z.lte(20));
/** Digest of what had changed since the evidence was frozen, as the person saw it (`CategoryChangeView.seen`). */
const seen = z.optional(z.string().check(z.maxLength(64)));
export const DiscussCategoryChange = z.object({
  ...onChange,
  round,
  step,
  seen,
  agrees: z.boolean(),
  comment: z._default(Text(2000), ''),
});
export type DiscussCategoryChange = z.infer<typeof DiscussCategoryChange>;
export const ApproveCategoryChange = z.object({ ...onChange, round, step, seen, comment: z._default(Text(2000), '') });
export type ApproveCategoryChange = z.infer<typeof ApproveCategoryChange>;
export const ConfirmCategoryChange = z.object({
  ...onChange,
  round,
  step,
  seen,
  meetingDate: Day,
  comment: z._default(Text(2000), ''),
  /** Another category than the proposed one, where the step lets the Board change it; `comment` then says why. */
  to: z.optional(CategoryCode),
});
export type ConfirmCategoryChange = z.infer<typeof ConfirmCategoryChange>;
export const ReturnCategoryChange = z.object({ ...onChange, round, step, seen, comment: RequiredText(2000) });
export type ReturnCategoryChange = z.infer<typeof ReturnCategoryChange>;
export const RejectCategoryChange = z.object({ ...onChange, round, step, seen, comment: RequiredText(2000) });
export type RejectCategoryChange = z.infer<typeof RejectCategoryChange>;
export const ResubmitCategoryChange = z.object({
  ...onChange,
  round,
  rationale: RequiredText(4000),
  effectiveFrom: Day,
});
export type ResubmitCategoryChange = z.infer<typeof ResubmitCategoryChange>;
export const WithdrawCategoryChange = z.object({ ...onChange, reason: RequiredText(2000) });
export type WithdrawCategoryChange = z.infer<typeof WithdrawCategoryChange>;

const onAcademy = { ...command, urn: Urn };
/** The same inspection sent twice is one: the command id becomes its own. */
export const RecordInspection = z.object({ ...onAcademy, inspection: Inspection });
export type RecordInspection = z.infer<typeof RecordInspection>;
export const RecordSelfEvaluation = z.object({ ...onAcademy, selfEvaluation: SelfEvaluation });
export type RecordSelfEvaluation = z.infer<typeof RecordSelfEvaluation>;

/** `id` is the record's own: that of the command which recorded it. */
export const RemoveHistoric = z.object({ ...onAcademy, id: CommandId });
export type RemoveHistoric = z.infer<typeof RemoveHistoric>;

/** Makes a stored framework the active one of a year. `seen` is what the administrator was told it would affect. */
export const ChooseFramework = z.object({
  ...command,
  year: Year,
  framework: FrameworkRef,
  seen: z.string().check(z.maxLength(80)),
});
export type ChooseFramework = z.infer<typeof ChooseFramework>;

/** An administrator has compared both versions and wants Assured's; `seen` names the other one. */
export const PutBackHandEdit = z.object({
  ...command,
  ...HandEditKey.shape,
  seen: z.string().check(z.minLength(3), z.maxLength(200)),
});
export type PutBackHandEdit = z.infer<typeof PutBackHandEdit>;

/** When people are written to, and by when things are due. `basedOn` is what the administrator had in sight. */
export const SetDeliveryPolicy = z.object({
  ...command,
  basedOn: DeliveryPolicy,
  delivery: DeliveryPolicy.check(
    z.refine(({ from, until }) => until > from, {
      path: ['until'],
      message: 'must be later than the beginning',
    }),
  ),
});
export type SetDeliveryPolicy = z.infer<typeof SetDeliveryPolicy>;

/** Everything that one person is in the trust passes to another. */
export const HandOver = z.object({ ...command, from: PersonId, to: PersonId });
export type HandOver = z.infer<typeof HandOver>;
