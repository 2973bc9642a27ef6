import * as z from 'zod/mini';
import { CommandId, Day, Instant, PersonId, RequiredText } from './ids';

/** The four single grades, until the report card of November 2025. */
export const OfstedGrade = z.enum(['outstanding', 'good', 'requiresImprovement', 'inadequate']);
export type OfstedGrade = z.infer<typeof OfstedGrade>;

/** The five grades of the report card. */
export const ReportCardGrade = z.enum([
  'exceptional',
  'strongStandard',
  'expectedStandard',
  'needsAttention',
  'urgentImprovement',
]);
export type ReportCardGrade = z.infer<typeof ReportCardGrade>;

/**
 * One inspection as Ofsted reported it. Single grades and report cards stand side by side and are never converted into
 * each other. `overall` is absent from September 2024, when Ofsted stopped giving an overall grade.
 */
export const Inspection = z.discriminatedUnion('report', [
  z.object({
    report: z.literal('grades'),
    on: Day,
    overall: z.optional(OfstedGrade),
    grades: z._default(z.array(z.object({ area: RequiredText(80), grade: OfstedGrade })).check(z.maxLength(12)), []),
  }),
  z.object({
    report: z.literal('reportCard'),
    on: Day,
    grades: z
      .array(z.object({ area: RequiredText(80), grade: ReportCardGrade }))
      .check(z.minLength(1), z.maxLength(12)),
    safeguarding: z.enum(['met', 'notMet']),
  }),
]);
export type Inspection = z.infer<typeof Inspection>;

/** The academy's own judgement of itself (SEF), in the words of the framework's `sefLevels`. */
export const SelfEvaluation = z.object({ on: Day, level: RequiredText(60) });
export type SelfEvaluation = z.infer<typeof SelfEvaluation>;

/** `id` is the command that recorded it; a removed one stays, with who removed it. */
const recorded = {
  id: CommandId,
  by: PersonId,
  at: Instant,
  removed: z.optional(z.object({ id: CommandId, by: PersonId, at: Instant })),
};
export const RecordedInspection = z.object({ ...recorded, inspection: Inspection });
export type RecordedInspection = z.infer<typeof RecordedInspection>;
export const RecordedSelfEvaluation = z.object({ ...recorded, selfEvaluation: SelfEvaluation });
export type RecordedSelfEvaluation = z.infer<typeof RecordedSelfEvaluation>;
