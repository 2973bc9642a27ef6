import { z } from 'zod';
import {
  AreaCode,
  CategoryCode,
  FrameworkCode,
  GroupCode,
  KpiCode,
  LevelCode,
  PeriodKind,
  RequiredText,
  ScaleCode,
} from './ids';
import { DueDiligence, PlanModel, ReportSection, Reviewer, TargetSetting } from './planning';
import { Committee, Route, RouteRole } from './route';
import { CategorySuggestion } from './suggestion';
import { Entitlement } from './support';

/** The product's own few tones, from worst to best. A framework maps its levels to them. */
export const Tone = z.enum(['critical', 'caution', 'steady', 'good', 'exceptional']);
export type Tone = z.infer<typeof Tone>;

/** `centralOffice` is the trust's own office, where a framework judges it as it judges an academy. */
export const Phase = z.enum([
  'primary',
  'secondary',
  'allThrough',
  'special',
  'alternativeProvision',
  'post16',
  'centralOffice',
]);
export type Phase = z.infer<typeof Phase>;

/**
 * `order` rises from worst to best (for an area where high is bad, `inPlay` turns it round). `needsIntervention` marks
 * the levels that a card lists by name. `subLevelOf` names the level that this one is a part of: 'C' for C1 and C2.
 */
export const Level = z.object({
  code: LevelCode,
  name: RequiredText(60),
  alsoCalled: RequiredText(60).optional(),
  order: z.int().min(1).max(6),
  tone: Tone,
  symbol: z.string().min(1).max(2),
  needsIntervention: z.boolean(),
  subLevelOf: RequiredText(60).optional(),
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

export const KpiUnit = z.enum(['percent', 'number', 'days', 'pounds']);
export type KpiUnit = z.infer<typeof KpiUnit>;

export const Kpi = z.object({
  code: KpiCode,
  name: RequiredText(120),
  unit: KpiUnit,
  /** Which way is better; `checkFramework` holds the bands to it. Absent where neither end is, as with a range. */
  better: z.enum(['higher', 'lower']).optional(),
  bands: z.array(Band).min(1).max(12),
  /** Which band counts where a value falls in two, at a shared edge or in an overlap. */
  inTwoBands: z.enum(['moreCautious', 'moreGenerous']).default('moreCautious'),
});
export type Kpi = z.infer<typeof Kpi>;

export const Area = z.object({
  code: AreaCode,
  name: RequiredText(80),
  group: GroupCode,
  scale: ScaleCode,
  /** The area that this one is a part of: a subject within 'Achievement'. One level deep. */
  within: AreaCode.optional(),
  /** Where a high level is bad (a risk, a turnover): the scale's order, tones and symbols are turned round. */
  highIsBad: z.boolean().default(false),
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

/** `order` rises from the category that needs most support to the one that needs least. */
export const Category = z.object({
  code: CategoryCode,
  name: RequiredText(60),
  order: z.int().min(1).max(12),
  tone: Tone,
  symbol: z.string().min(1).max(2),
  summary: z.array(RequiredText(300)).max(8).default([]),
  /** How an academy in this category looks: its descriptors. */
  features: z.array(RequiredText(300)).max(12).default([]),
  /** Who leads improvement here: 'Academy led', 'Trust led'. */
  ledBy: RequiredText(60).optional(),
  /** 'As category 1, plus': the categories whose support this one brings as well. */
  includes: z.array(CategoryCode).max(12).default([]),
  support: z.array(Entitlement).max(60).default([]),
});
export type Category = z.infer<typeof Category>;

/** What a category is called in a framework. */
export const CategoryWord = z.enum(['category', 'tier']);
export type CategoryWord = z.infer<typeof CategoryWord>;

/** Who can agree a record: each named role must, before it is locked. */
export const Settling = z.object({
  /** What it is called: a head teacher signs off, a group agrees. */
  word: z.enum(['signOff', 'agreement']),
  by: z.array(RouteRole).min(1).max(4),
});
export type Settling = z.infer<typeof Settling>;

/** How and how often the areas are judged. Absent in a framework without a matrix. */
export const Judging = z.object({
  period: PeriodKind,
  /** What one academy's record of a period is called, as it stands in a sentence: 'review', 'risk assessment'. */
  record: RequiredText(40),
  /** Who judges; the trust's table of permissions limits each to their reach. */
  raters: z.array(z.enum(['headTeacher', 'directorOfEducation', 'functionLead', 'ceo'])).min(1),
  settling: Settling,
});
export type Judging = z.infer<typeof Judging>;

/** What the matrix shows of the time before: never converted into the framework's own levels. */
export const HistoricColumn = z.enum(['ofsted', 'inspectionDate', 'sef']);
export type HistoricColumn = z.infer<typeof HistoricColumn>;

export const FrameworkRef = z.object({ code: FrameworkCode, version: z.int().min(1) });
export type FrameworkRef = z.infer<typeof FrameworkRef>;

/** A trust's school improvement model as data. References between its parts are checked by `checkFramework`. */
export const Framework = z.object({
  ...FrameworkRef.shape,
  name: RequiredText(80),
  /** Where the model comes from, and what had to be decided in writing it down. */
  source: z.object({ title: RequiredText(200), notes: z.array(RequiredText(400)).max(20).default([]) }).optional(),
  /** The stages of the cycle, in order: 'Audit', 'Focus', 'Deliver', 'Sustain'. */
  stages: z.array(RequiredText(60)).max(8).default([]),
  scales: z.array(Scale).max(12).default([]),
  groups: z.array(AreaGroup).max(20).default([]),
  areas: z.array(Area).max(80).default([]),
  judging: Judging.optional(),
  historic: z.array(HistoricColumn).max(3).default([]),
  /** The words that a self-evaluation (SEF) judges with. */
  sefLevels: z.array(RequiredText(60)).max(8).default([]),
  categoryWord: CategoryWord.default('category'),
  categories: z.array(Category).max(12).default([]),
  categorySuggestion: CategorySuggestion.default({ rule: 'none' }),
  committees: z.array(Committee).max(20).default([]),
  routes: z.array(Route).max(8).default([]),
  targetSetting: TargetSetting.optional(),
  plan: PlanModel.optional(),
  dueDiligence: DueDiligence.optional(),
  reportSections: z.array(ReportSection).max(40).default([]),
  reviewers: z.array(Reviewer).max(20).default([]),
});
export type Framework = z.infer<typeof Framework>;
