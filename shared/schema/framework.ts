import { z } from 'zod';
import { AreaCode, CategoryCode, FrameworkCode, GroupCode, KpiCode, LevelCode, RequiredText, ScaleCode } from './ids';

/** The product's own few tones, from worst to best. A framework maps its levels to them. */
export const Tone = z.enum(['critical', 'caution', 'steady', 'good', 'exceptional']);
export type Tone = z.infer<typeof Tone>;

export const Phase = z.enum(['primary', 'secondary', 'allThrough', 'special', 'alternativeProvision', 'post16']);
export type Phase = z.infer<typeof Phase>;

/** `order` rises from worst to best. `needsAction` marks the levels that a card lists by name. */
export const Level = z.object({
  code: LevelCode,
  name: RequiredText(60),
  alsoCalled: RequiredText(60).optional(),
  order: z.int().min(1).max(6),
  tone: Tone,
  symbol: z.string().min(1).max(2),
  needsIntervention: z.boolean(),
});
export type Level = z.infer<typeof Level>;

export const Scale = z.object({ code: ScaleCode, name: RequiredText(60), levels: z.array(Level).min(2).max(6) });
export type Scale = z.infer<typeof Scale>;

/** A range of KPI values. A missing bound is open; `fromIncluded` and `toIncluded` say whether the bound belongs to it. */
export const Band = z.object({
  level: LevelCode,
  from: z.number().optional(),
  fromIncluded: z.boolean().default(true),
  to: z.number().optional(),
  toIncluded: z.boolean().default(true),
  words: RequiredText(60),
});
export type Band = z.infer<typeof Band>;

export const Kpi = z.object({
  code: KpiCode,
  name: RequiredText(120),
  unit: z.enum(['percent', 'number', 'days']),
  bands: z.array(Band).min(1).max(12),
});
export type Kpi = z.infer<typeof Kpi>;

export const Area = z.object({
  code: AreaCode,
  name: RequiredText(80),
  group: GroupCode,
  scale: ScaleCode,
  notApplicableIn: z.array(Phase).default([]),
  /** A descriptor per level, in the trust's words; areas without criteria are judged on the level's name alone. */
  criteria: z.partialRecord(LevelCode, z.array(RequiredText(400)).max(12)).default({}),
  kpis: z.array(Kpi).max(12).default([]),
});
export type Area = z.infer<typeof Area>;

/** A function of the trust. `staffMatters`: its rationales are about people who work there and are not for the Board. */
export const AreaGroup = z.object({
  code: GroupCode,
  name: RequiredText(60),
  staffMatters: z.boolean().default(false),
});
export type AreaGroup = z.infer<typeof AreaGroup>;

export const SupportItem = z.object({
  strand: RequiredText(60),
  kind: z.enum(['core', 'enhanced', 'bespoke']).default('core'),
  text: RequiredText(300),
});
export type SupportItem = z.infer<typeof SupportItem>;

/** `order` rises from the category that needs most support to the one that needs least. */
export const Category = z.object({
  code: CategoryCode,
  name: RequiredText(60),
  order: z.int().min(1).max(12),
  tone: Tone,
  symbol: z.string().min(1).max(2),
  summary: z.array(RequiredText(300)).max(8).default([]),
  features: z.array(RequiredText(300)).max(12).default([]),
  support: z.array(SupportItem).max(60).default([]),
});
export type Category = z.infer<typeof Category>;

export const RouteRole = z.enum(['headTeacher', 'ceo', 'boardMember', 'directorOfEducation']);
export type RouteRole = z.infer<typeof RouteRole>;

/** `discuss` hears somebody and cannot block; `approve` decides; `confirm` makes it final, with the meeting's date. */
export const RouteStep = z.object({ kind: z.enum(['discuss', 'approve', 'confirm']), by: RouteRole });
export type RouteStep = z.infer<typeof RouteStep>;

export const Route = z.object({
  proposers: z.array(RouteRole).min(1),
  /** Whether who proposed may also approve, which is safe only where a confirming step follows. */
  proposerMayApprove: z.boolean().default(false),
  steps: z.array(RouteStep).min(1).max(8),
});
export type Route = z.infer<typeof Route>;

export const FrameworkRef = z.object({ code: FrameworkCode, version: z.int().min(1) });
export type FrameworkRef = z.infer<typeof FrameworkRef>;

/** A trust's school improvement model as data. References between its parts are checked by `checkFramework`. */
export const Framework = z.object({
  ...FrameworkRef.shape,
  name: RequiredText(80),
  scales: z.array(Scale).min(1).max(12),
  groups: z.array(AreaGroup).min(1).max(20),
  areas: z.array(Area).min(1).max(80),
  categories: z.array(Category).max(12),
  categoryRoute: Route,
});
export type Framework = z.infer<typeof Framework>;
