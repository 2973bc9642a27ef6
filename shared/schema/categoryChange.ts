import * as z from 'zod/mini';
import {
  AreaCode,
  CategoryCode,
  ChangeId,
  CommandId,
  Day,
  Instant,
  LevelCode,
  PersonId,
  RequiredText,
  Period,
  Text,
  Urn,
  Year,
} from './ids';
import { AskedModel } from './asked';
import { Category, CategoryWord, FrameworkRef } from './framework';
import { Committee, Route } from './route';

/** The matrix row as it stood when the change was proposed: a copy, never looked up again. */
export const FrozenRow = z.object({
  year: Year,
  period: Period,
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff', 'notOpened']),
  levels: z.partialRecord(AreaCode, LevelCode),
  notApplicable: z.array(AreaCode),
  takenAt: Instant,
  /** What the levels mean, so that the evidence reads the same when the model has changed. */
  model: z.optional(AskedModel),
});
export type FrozenRow = z.infer<typeof FrozenRow>;

/** What the framework's rule suggested when the change was proposed; no category where the rule could not say. */
export const SuggestedCategory = z.object({ category: z.optional(CategoryCode), why: RequiredText(1000) });
export type SuggestedCategory = z.infer<typeof SuggestedCategory>;

/** Somebody else's opinion, as the local authority's: stored beside the proposal, never counted. */
export const OutsideOpinion = z.object({ from: RequiredText(120), givenOn: Day, opinion: RequiredText(1000) });
export type OutsideOpinion = z.infer<typeof OutsideOpinion>;

/**
 * What a change is about in full, as the framework had it when it was proposed: the categories with all their support,
 * the committees that its route names, the trust's word for a category. Read instead of the framework ever after.
 */
export const DescribedChange = z.object({
  from: z.optional(Category),
  to: Category,
  /** What was proposed, where the Board confirmed another category. */
  proposed: z.optional(Category),
  categoryWord: z._default(CategoryWord, 'category'),
  committees: z._default(z.array(Committee).check(z.maxLength(20)), []),
});
export type DescribedChange = z.infer<typeof DescribedChange>;

const stamp = { commandId: CommandId, at: Instant, by: PersonId };

/** Every change of a proposal, oldest first. `step` is the place in the route that the act belonged to. */
export const CategoryChangeEvent = z.discriminatedUnion('type', [
  z.object({ ...stamp, type: z.literal('proposed'), rationale: RequiredText(4000), effectiveFrom: Day }),
  z.object({ ...stamp, type: z.literal('discussed'), step: z.int(), agrees: z.boolean(), comment: Text(2000) }),
  z.object({ ...stamp, type: z.literal('approved'), step: z.int(), comment: Text(2000) }),
  z.object({
    ...stamp,
    type: z.literal('confirmed'),
    step: z.int(),
    meetingDate: Day,
    comment: Text(2000),
    /** Another category than the proposed one, where the route lets the Board change it; `proposed` is the proposed one. */
    to: z.optional(CategoryCode),
    proposed: z.optional(CategoryCode),
  }),
  z.object({ ...stamp, type: z.literal('returned'), step: z.int(), comment: RequiredText(2000) }),
  z.object({ ...stamp, type: z.literal('rejected'), step: z.int(), comment: RequiredText(2000) }),
  z.object({ ...stamp, type: z.literal('resubmitted'), rationale: RequiredText(4000), effectiveFrom: Day }),
  z.object({ ...stamp, type: z.literal('withdrawn'), reason: RequiredText(2000) }),
  z.object({ ...stamp, type: z.literal('recorded'), note: RequiredText(400) }),
]);
export type CategoryChangeEvent = z.infer<typeof CategoryChangeEvent>;

const base = {
  id: ChangeId,
  urn: Urn,
  framework: FrameworkRef,
  /** Absent for the category an academy is first given. */
  from: z.optional(CategoryCode),
  to: CategoryCode,
  rationale: RequiredText(4000),
  effectiveFrom: Day,
  proposedBy: PersonId,
  proposedAt: Instant,
  evidence: z.optional(FrozenRow),
  described: z.optional(DescribedChange),
  suggested: z.optional(SuggestedCategory),
  /** Why the proposal differs from what the rule suggested. */
  overrideReason: z.optional(RequiredText(2000)),
  outsideOpinion: z.optional(OutsideOpinion),
  /** The route as the framework had it when the change was proposed. */
  route: Route,
  history: z.array(CategoryChangeEvent).check(z.minLength(1)),
};

/** A proposal to move an academy to another category. One variant per state; the first two are open. */
export const CategoryChange = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('atStep'), step: z.int().check(z.gte(0)) }),
  z.object({ ...base, state: z.literal('returned'), returnedBy: PersonId, comment: RequiredText(2000) }),
  z.object({ ...base, state: z.literal('decided'), decidedAt: Instant }),
  z.object({ ...base, state: z.literal('rejected'), rejectedBy: PersonId, comment: RequiredText(2000) }),
  z.object({ ...base, state: z.literal('withdrawn'), reason: RequiredText(2000) }),
]);
export type CategoryChange = z.infer<typeof CategoryChange>;
export type CategoryChangeState = CategoryChange['state'];
