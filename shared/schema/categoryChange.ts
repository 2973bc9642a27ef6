import { z } from 'zod';
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
  Term,
  Text,
  Urn,
  Year,
} from './ids';
import { FrameworkRef, Route } from './framework';

/** The matrix row as it stood when the change was proposed: a copy, never looked up again. */
export const FrozenRow = z.object({
  year: Year,
  term: Term,
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff', 'notOpened']),
  levels: z.partialRecord(AreaCode, LevelCode),
  notApplicable: z.array(AreaCode),
  takenAt: Instant,
});
export type FrozenRow = z.infer<typeof FrozenRow>;

const stamp = { commandId: CommandId, at: Instant, by: PersonId };

/** Every change of a proposal, oldest first. `step` is the place in the route that the act belonged to. */
export const CategoryChangeEvent = z.discriminatedUnion('type', [
  z.object({ ...stamp, type: z.literal('proposed'), rationale: RequiredText(4000), effectiveFrom: Day }),
  z.object({ ...stamp, type: z.literal('discussed'), step: z.int(), agrees: z.boolean(), comment: Text(2000) }),
  z.object({ ...stamp, type: z.literal('approved'), step: z.int(), comment: Text(2000) }),
  z.object({ ...stamp, type: z.literal('confirmed'), step: z.int(), meetingDate: Day, comment: Text(2000) }),
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
  from: CategoryCode.optional(),
  to: CategoryCode,
  rationale: RequiredText(4000),
  effectiveFrom: Day,
  proposedBy: PersonId,
  proposedAt: Instant,
  evidence: FrozenRow.optional(),
  /** The route as the framework had it when the change was proposed. */
  route: Route,
  history: z.array(CategoryChangeEvent).min(1),
};

/** A proposal to move an academy to another category. One variant per state; the first two are open. */
export const CategoryChange = z.discriminatedUnion('state', [
  z.object({ ...base, state: z.literal('atStep'), step: z.int().min(0) }),
  z.object({ ...base, state: z.literal('returned'), returnedBy: PersonId, comment: RequiredText(2000) }),
  z.object({ ...base, state: z.literal('decided'), decidedAt: Instant }),
  z.object({ ...base, state: z.literal('rejected'), rejectedBy: PersonId, comment: RequiredText(2000) }),
  z.object({ ...base, state: z.literal('withdrawn'), reason: RequiredText(2000) }),
]);
export type CategoryChange = z.infer<typeof CategoryChange>;
export type CategoryChangeState = CategoryChange['state'];
