import { z } from 'zod';
import { AreaCode, Period, RequiredText } from './ids';

const code = z.string().regex(/^[a-z][A-Za-z0-9]{0,27}$/);
const Sentence = RequiredText(300);
const Name = RequiredText(120);

/** A performance standard: each academy gets its own value to reach each year. */
export const Target = z.object({ code, name: RequiredText(200) });
export type Target = z.infer<typeof Target>;

/** Who sets, reviews and agrees the targets, and by which month of the year. */
export const TargetSetting = z.object({
  targets: z.array(Target).min(1).max(40),
  reviewedBy: Name.optional(),
  agreedBy: Name.optional(),
  agreedIn: Period.optional(),
  /** Where target and latest value stand side by side: 'Academy card'. */
  shownOn: Name.optional(),
});
export type TargetSetting = z.infer<typeof TargetSetting>;

/** The academy's annual plan: what it is called, what it must cover, and who ratifies it. */
export const PlanModel = z.object({
  name: Name,
  alsoCalled: z.array(Name).max(6).default([]),
  method: z.enum(['sections', 'logicModel', 'smartActions']),
  sections: z
    .array(z.object({ code, name: Name, prompt: Sentence.optional() }))
    .max(40)
    .default([]),
  /** Recommendations that a plan is tested against, in order. */
  recommendations: z.array(Sentence).max(20).default([]),
  writtenBy: Name.optional(),
  ratifiedBy: z.array(Name).max(6).default([]),
  reviewed: Name.optional(),
});
export type PlanModel = z.infer<typeof PlanModel>;

/** The baseline assessment of an academy that joins: what is reported on, and the documents that are asked for. */
export const DueDiligence = z.object({
  name: Name,
  areas: z
    .array(z.object({ code, name: Name }))
    .max(40)
    .default([]),
  documents: z
    .array(z.object({ ref: RequiredText(12), section: Name.optional(), name: RequiredText(400) }))
    .max(100)
    .default([]),
  doneBy: Name.optional(),
});
export type DueDiligence = z.infer<typeof DueDiligence>;

/** A section of the head teacher's report, with the areas that it tells about. */
export const ReportSection = z.object({ code, name: RequiredText(200), areas: z.array(AreaCode).max(80).default([]) });
export type ReportSection = z.infer<typeof ReportSection>;

/** A body that reviews the academies, and the tools that it uses. */
export const Reviewer = z.object({ name: Name, tools: z.array(RequiredText(200)).max(20).default([]) });
export type Reviewer = z.infer<typeof Reviewer>;
