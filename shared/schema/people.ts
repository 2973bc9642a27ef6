import { z } from 'zod';
import { AreaCode, CommitteeCode, Day, GroupCode, PersonId, RequiredText, Urn } from './ids';
import { RecordedInspection, RecordedSelfEvaluation } from './historic';
import { Phase } from './framework';

/** What somebody is in the trust, with the reach that belongs to it. A person may hold several. */
export const Role = z.discriminatedUnion('role', [
  z.object({ role: z.literal('headTeacher'), academy: Urn }),
  z.object({ role: z.literal('directorOfEducation'), phases: z.array(Phase).min(1).optional() }),
  z.object({ role: z.literal('functionLead'), groups: z.array(GroupCode).min(1) }),
  z.object({ role: z.literal('ceo') }),
  z.object({ role: z.literal('boardMember') }),
  z.object({ role: z.literal('committeeMember'), committee: CommitteeCode }),
  z.object({ role: z.literal('localGovernor'), academy: Urn }),
  z.object({ role: z.literal('administrator') }),
]);
export type Role = z.infer<typeof Role>;
export type RoleName = Role['role'];

export const Person = z.object({
  id: PersonId,
  name: RequiredText(120),
  email: z.email().max(200),
  jobTitle: RequiredText(120),
  roles: z.array(Role).max(20),
});
export type Person = z.infer<typeof Person>;

/** The trust's central office, where it is judged, is kept under a number of its own (`centralOfficeUrn`). */
export const Academy = z.object({
  urn: Urn,
  name: RequiredText(120),
  phase: Phase,
  pupils: z.int().min(0).max(20000).optional(),
  joinedOn: Day.optional(),
  notApplicable: z.array(AreaCode).default([]),
  /** What Ofsted said, in any order; the latest is shown first. */
  inspections: z.array(RecordedInspection).max(40).default([]),
  /** What the academy says of itself, in any order. */
  selfEvaluations: z.array(RecordedSelfEvaluation).max(40).default([]),
});
export type Academy = z.infer<typeof Academy>;
