import { z } from 'zod';
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
const round = z.int().min(1).max(1000);

export const OpenReviews = z.object({ ...command, year: Year, period: Period });
export type OpenReviews = z.infer<typeof OpenReviews>;

/** `basedOn` is the id of the judgement the rater had in sight, or null where there was none. */
export const RateArea = z.object({
  ...onReview,
  area: AreaCode,
  level: LevelCode,
  rationale: Text(2000),
  evidence: z.array(EvidenceLink).max(5).default([]),
  basedOn: CommandId.nullable(),
});
export type RateArea = z.infer<typeof RateArea>;

/** KPI values of one area; null removes a value. */
export const RecordKpis = z.object({
  ...onReview,
  area: AreaCode,
  values: z.partialRecord(
    KpiCode,
    z.object({ value: z.number().min(-1_000_000).max(1_000_000), asAt: Day, source: Text(120) }).nullable(),
  ),
});
export type RecordKpis = z.infer<typeof RecordKpis>;

export const SendForSignOff = z.object(onReview);
export type SendForSignOff = z.infer<typeof SendForSignOff>;
export const SignOffReview = z.object({ ...onReview, round, comment: Text(2000).default('') });
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
  evidence: z.object({ year: Year, period: Period }).optional(),
  overrideReason: RequiredText(2000).optional(),
  outsideOpinion: OutsideOpinion.optional(),
});
export type ProposeCategoryChange = z.infer<typeof ProposeCategoryChange>;

const step = z.int().min(0).max(20);
/** Digest of what had changed since the evidence was frozen, as the person saw it (`CategoryChangeView.seen`). */
const seen = z.string().max(64).optional();
export const DiscussCategoryChange = z.object({
  ...onChange,
  round,
  step,
  seen,
  agrees: z.boolean(),
  comment: Text(2000).default(''),
});
export type DiscussCategoryChange = z.infer<typeof DiscussCategoryChange>;
export const ApproveCategoryChange = z.object({ ...onChange, round, step, seen, comment: Text(2000).default('') });
export type ApproveCategoryChange = z.infer<typeof ApproveCategoryChange>;
export const ConfirmCategoryChange = z.object({
  ...onChange,
  round,
  step,
  seen,
  meetingDate: Day,
  comment: Text(2000).default(''),
  /** Another category than the proposed one, where the step lets the Board change it; `comment` then says why. */
  to: CategoryCode.optional(),
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
export const ChooseFramework = z.object({ ...command, year: Year, framework: FrameworkRef, seen: z.string().max(80) });
export type ChooseFramework = z.infer<typeof ChooseFramework>;

/** An administrator has compared both versions and wants Assured's; `seen` names the other one. */
export const PutBackHandEdit = z.object({ ...command, ...HandEditKey.shape, seen: z.string().min(3).max(200) });
export type PutBackHandEdit = z.infer<typeof PutBackHandEdit>;

/** When people are written to, and by when things are due. `basedOn` is what the administrator had in sight. */
export const SetDeliveryPolicy = z.object({
  ...command,
  basedOn: DeliveryPolicy,
  delivery: DeliveryPolicy.refine(({ from, until }) => until > from, {
    path: ['until'],
    message: 'must be later than the beginning',
  }),
});
export type SetDeliveryPolicy = z.infer<typeof SetDeliveryPolicy>;

/** Everything that one person is in the trust passes to another. */
export const HandOver = z.object({ ...command, from: PersonId, to: PersonId });
export type HandOver = z.infer<typeof HandOver>;
