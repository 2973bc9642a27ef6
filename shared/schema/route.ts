import * as z from 'zod/mini';
import { CommitteeCode, PersonId, RequiredText, RouteCode } from './ids';

/** Who can hold a step of a route. `boardMember` acts on the Board's behalf, `committeeMember` on a committee's. */
export const RouteRole = z.enum(['headTeacher', 'ceo', 'boardMember', 'directorOfEducation', 'committeeMember']);
export type RouteRole = z.infer<typeof RouteRole>;

/** A committee of the trust that takes part in a route or is reported to. */
export const Committee = z.object({ code: CommitteeCode, name: RequiredText(80) });
export type Committee = z.infer<typeof Committee>;

/**
 * One step of a route. `discuss` hears somebody, who agrees or comments; it blocks only where `mustAgree` says so, and
 * then a disagreement returns the change to its proposer. `represent` is the academy's chance to make representations
 * before anybody decides. `approve` decides. `confirm` makes it final, with the meeting's date; with
 * `mayChangeCategory` the Board may confirm another category than the one proposed, with its reason.
 */
export const RouteStep = z.object({
  kind: z.enum(['discuss', 'represent', 'approve', 'confirm']),
  by: z.union([RouteRole, z.literal('person')]),
  /** Which committee, where a committee holds the step. */
  committee: z.optional(CommitteeCode),
  /** Who, where a person holds the step: an Entra object id. */
  person: z.optional(PersonId),
  mustAgree: z.optional(z.boolean()),
  mayChangeCategory: z.optional(z.boolean()),
});
export type RouteStep = z.infer<typeof RouteStep>;

/**
 * When a route is used, and which dates it allows. `yearStart`: effective within the autumn term. `yearEnd`: effective
 * from the first day of an academic year (1 September). `inYear` and `exceptional`: any day.
 */
export const Occasion = z.enum(['yearStart', 'yearEnd', 'inYear', 'exceptional']);
export type Occasion = z.infer<typeof Occasion>;

/** How a category is changed: who may propose, and the steps in order. */
export const Route = z.object({
  code: RouteCode,
  name: RequiredText(80),
  occasion: Occasion,
  proposers: z.array(RouteRole).check(z.minLength(1)),
  /** Whether who proposed may also approve, which is safe only where a confirming step follows. */
  proposerMayApprove: z._default(z.boolean(), false),
  steps: z.array(RouteStep).check(z.minLength(1), z.maxLength(8)),
});
export type Route = z.infer<typeof Route>;
