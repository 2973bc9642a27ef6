import * as z from 'zod/mini';
import { AcademyEvent } from './academyFacts';
import { AreaCode, CommandId, CommitteeCode, Day, GroupCode, Instant, PersonId, RequiredText, Urn } from './ids';
import { RecordedInspection, RecordedSelfEvaluation } from './historic';
import { Phase } from './framework';

/** What somebody is in the trust, with the reach that belongs to it. A person may hold several. */
export const Role = z.discriminatedUnion('role', [
  z.object({ role: z.literal('headTeacher'), academy: Urn }),
  z.object({ role: z.literal('directorOfEducation'), phases: z.optional(z.array(Phase).check(z.minLength(1))) }),
  z.object({ role: z.literal('functionLead'), groups: z.array(GroupCode).check(z.minLength(1)) }),
  z.object({ role: z.literal('ceo') }),
  z.object({ role: z.literal('boardMember') }),
  z.object({ role: z.literal('committeeMember'), committee: CommitteeCode }),
  z.object({ role: z.literal('localGovernor'), academy: Urn }),
  z.object({ role: z.literal('administrator') }),
]);
export type Role = z.infer<typeof Role>;
export type RoleName = Role['role'];

/** What an administrator says of a person: everything but who it is. */
export const PersonFacts = z.object({
  name: RequiredText(120),
  email: z.email().check(z.maxLength(200)),
  jobTitle: RequiredText(120),
  roles: z.array(Role).check(z.maxLength(20)),
});
export type PersonFacts = z.infer<typeof PersonFacts>;

/** What administrators did, oldest first. `kept`: the last administrator was about to be lost. */
export const PersonEvent = z.object({
  commandId: CommandId,
  at: Instant,
  by: PersonId,
  type: z.enum(['added', 'changed', 'tookOver', 'gaveUp', 'kept']),
  before: z.optional(PersonFacts),
  after: PersonFacts,
});
export type PersonEvent = z.infer<typeof PersonEvent>;

export const Person = z.object({
  id: PersonId,
  ...PersonFacts.shape,
  /** Absent where nobody has changed the person in Assured; older ones are in the item's kept versions. */
  history: z.optional(z.array(PersonEvent)),
});
export type Person = z.infer<typeof Person>;

/** The trust's central office, where it is judged, is kept under a number of its own (`centralOfficeUrn`). */
export const Academy = z.object({
  urn: Urn,
  name: RequiredText(120),
  phase: Phase,
  pupils: z.optional(z.int().check(z.gte(0), z.lte(20000))),
  joinedOn: z.optional(Day),
  /** The last day in the trust, included. */
  leftOn: z.optional(Day),
  notApplicable: z._default(z.array(AreaCode), []),
  /** What Ofsted said, in any order; the latest is shown first. */
  inspections: z._default(z.array(RecordedInspection).check(z.maxLength(40)), []),
  /** What the academy says of itself, in any order. */
  selfEvaluations: z._default(z.array(RecordedSelfEvaluation).check(z.maxLength(40)), []),
  /** Absent where nobody has changed the academy in Assured. */
  history: z.optional(z.array(AcademyEvent)),
});
export type Academy = z.infer<typeof Academy>;
