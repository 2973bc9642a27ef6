import * as z from 'zod/mini';
import { AreaCode, Period, RequiredText } from './ids';

const code = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,27}$/));
const Sentence = RequiredText(300);
const Name = RequiredText(120);

/** A performance standard: each academy gets its own value to reach each year. */
export const Target = z.object({ code, name: RequiredText(200) });
export type Target = z.infer<typeof Target>;

/** Who sets, reviews and agrees the targets, and by which month of the year. */
export const TargetSetting = z.object({
  targets: z.array(Target).check(z.minLength(1), z.maxLength(40)),
  reviewedBy: z.optional(Name),
  agreedBy: z.optional(Name),
  agreedIn: z.optional(Period),
  /** Where target and latest value stand side by side: 'Academy card'. */
  shownOn: z.optional(Name),
});
export type TargetSetting = z.infer<typeof TargetSetting>;

/** The academy's annual plan: what it is called, what it must cover, and who ratifies it. */
export const PlanModel = z.object({
  name: Name,
  alsoCalled: z._default(z.array(Name).check(z.maxLength(6)), []),
  method: z.enum(['sections', 'logicModel', 'smartActions']),
  sections: z._default(
    z.array(z.object({ code, name: Name, prompt: z.optional(Sentence) })).check(z.maxLength(40)),
    [],
  ),
  /** Recommendations that a plan is tested against, in order. */
  recommendations: z._default(z.array(Sentence).check(z.maxLength(20)), []),
  writtenBy: z.optional(Name),
  ratifiedBy: z._default(z.array(Name).check(z.maxLength(6)), []),
  reviewed: z.optional(Name),
});
export type PlanModel = z.infer<typeof PlanModel>;

/** The baseline assessment of an academy that joins: what is reported on, and the documents that are asked for. */
export const DueDiligence = z.object({
  name: Name,
  areas: z._default(z.array(z.object({ code, name: Name })).check(z.maxLength(40)), []),
  documents: z._default(
    z
      .array(z.object({ ref: RequiredText(12), section: z.optional(Name), name: RequiredText(400) }))
      .check(z.maxLength(100)),
    [],
  ),
  doneBy: z.optional(Name),
});
export type DueDiligence = z.infer<typeof DueDiligence>;

/** A section of the head teacher's report, with the areas that it tells about. */
export const ReportSection = z.object({
  code,
  name: RequiredText(200),
  areas: z._default(z.array(AreaCode).check(z.maxLength(80)), []),
});
export type ReportSection = z.infer<typeof ReportSection>;

/** A body that reviews the academies, and the tools that it uses. */
export const Reviewer = z.object({
  name: Name,
  tools: z._default(z.array(RequiredText(200)).check(z.maxLength(20)), []),
});
export type Reviewer = z.infer<typeof Reviewer>;
