import * as z from 'zod/mini';
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
  alsoCalled: z.optional(RequiredText(60)),
  order: z.int().check(z.gte(1), z.lte(6)),
  tone: Tone,
  symbol: z.string().check(z.minLength(1), z.maxLength(2)),
  needsIntervention: z.boolean(),
  subLevelOf: z.optional(RequiredText(60)),
});
export type Level = z.infer<typeof Level>;

export const Scale = z.object({
  code: ScaleCode,
  name: RequiredText(60),
  levels: z.array(Level).check(z.minLength(2), z.maxLength(6)),
});
export type Scale = z.infer<typeof Scale>;

/** A range of KPI values. A missing bound is open; `fromIncluded` and `toIncluded` say whether the bound belongs to it. */
export const Band = z.object({
  level: LevelCode,
  from: z.optional(z.number()),
  fromIncluded: z._default(z.boolean(), true),
  to: z.optional(z.number()),
  toIncluded: z._default(z.boolean(), true),
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
  better: z.optional(z.enum(['higher', 'lower'])),
  bands: z.array(Band).check(z.minLength(1), z.maxLength(12)),
  /** Which band counts where a value falls in two, at a shared edge or in an overlap. */
  inTwoBands: z._default(z.enum(['moreCautious', 'moreGenerous']), 'moreCautious'),
});
export type Kpi = z.infer<typeof Kpi>;

export const Area = z.object({
  code: AreaCode,
  name: RequiredText(80),
  group: GroupCode,
  scale: ScaleCode,
  /** The area that this one is a part of: a subject within 'Achievement'. One level deep. */
  within: z.optional(AreaCode),
  /** Where a high level is bad (a risk, a turnover): the scale's order, tones and symbols are turned round. */
  highIsBad: z._default(z.boolean(), false),
  notApplicableIn: z._default(z.array(Phase), []),
  /** A descriptor per level, in the trust's words; areas without criteria are judged on the level's name alone. */
  criteria: z._default(z.partialRecord(LevelCode, z.array(RequiredText(400)).check(z.maxLength(12))), {}),
  kpis: z._default(z.array(Kpi).check(z.maxLength(12)), []),
});
export type Area = z.infer<typeof Area>;

/** A function of the trust. `staffMatters`: its rationales are about people who work there and are not for the Board. */
export const AreaGroup = z.object({
  code: GroupCode,
  name: RequiredText(60),
  staffMatters: z._default(z.boolean(), false),
});
export type AreaGroup = z.infer<typeof AreaGroup>;

/** `order` rises from the category that needs most support to the one that needs least. */
export const Category = z.object({
  code: CategoryCode,
  name: RequiredText(60),
  order: z.int().check(z.gte(1), z.lte(12)),
  tone: Tone,
  symbol: z.string().check(z.minLength(1), z.maxLength(2)),
  summary: z._default(z.array(RequiredText(300)).check(z.maxLength(8)), []),
  /** How an academy in this category looks: its descriptors. */
  features: z._default(z.array(RequiredText(300)).check(z.maxLength(12)), []),
  /** Who leads improvement here: 'Academy led', 'Trust led'. */
  ledBy: z.optional(RequiredText(60)),
  /** 'As category 1, plus': the categories whose support this one brings as well. */
  includes: z._default(z.array(CategoryCode).check(z.maxLength(12)), []),
  support: z._default(z.array(Entitlement).check(z.maxLength(60)), []),
});
export type Category = z.infer<typeof Category>;

/** What a category is called in a framework. */
export const CategoryWord = z.enum(['category', 'tier']);
export type CategoryWord = z.infer<typeof CategoryWord>;

/** Who can agree a record: each named role must, before it is locked. */
export const Settling = z.object({
  /** What it is called: a head teacher signs off, a group agrees. */
  word: z.enum(['signOff', 'agreement']),
  by: z.array(RouteRole).check(z.minLength(1), z.maxLength(4)),
});
export type Settling = z.infer<typeof Settling>;

/** How and how often the areas are judged. Absent in a framework without a matrix. */
export const Judging = z.object({
  period: PeriodKind,
  /** What one academy's record of a period is called, as it stands in a sentence: 'review', 'risk assessment'. */
  record: RequiredText(40),
  /** Who judges; the trust's table of permissions limits each to their reach. */
  raters: z.array(z.enum(['headTeacher', 'directorOfEducation', 'functionLead', 'ceo'])).check(z.minLength(1)),
  settling: Settling,
});
export type Judging = z.infer<typeof Judging>;

/** What the matrix shows of the time before: never converted into the framework's own levels. */
export const HistoricColumn = z.enum(['ofsted', 'inspectionDate', 'sef']);
export type HistoricColumn = z.infer<typeof HistoricColumn>;

export const FrameworkRef = z.object({ code: FrameworkCode, version: z.int().check(z.gte(1)) });
export type FrameworkRef = z.infer<typeof FrameworkRef>;

/** A trust's school improvement model as data. References between its parts are checked by `checkFramework`. */
export const Framework = z.object({
  ...FrameworkRef.shape,
  name: RequiredText(80),
  /** Where the model comes from, and what had to be decided in writing it down. */
  source: z.optional(
    z.object({ title: RequiredText(200), notes: z._default(z.array(RequiredText(400)).check(z.maxLength(20)), []) }),
  ),
  /** The stages of the cycle, in order: 'Audit', 'Focus', 'Deliver', 'Sustain'. */
  stages: z._default(z.array(RequiredText(60)).check(z.maxLength(8)), []),
  scales: z._default(z.array(Scale).check(z.maxLength(12)), []),
  groups: z._default(z.array(AreaGroup).check(z.maxLength(20)), []),
  areas: z._default(z.array(Area).check(z.maxLength(80)), []),
  judging: z.optional(Judging),
  historic: z._default(z.array(HistoricColumn).check(z.maxLength(3)), []),
  /** The words that a self-evaluation (SEF) judges with. */
  sefLevels: z._default(z.array(RequiredText(60)).check(z.maxLength(8)), []),
  categoryWord: z._default(CategoryWord, 'category'),
  categories: z._default(z.array(Category).check(z.maxLength(12)), []),
  categorySuggestion: z._default(CategorySuggestion, { rule: 'none' }),
  committees: z._default(z.array(Committee).check(z.maxLength(20)), []),
  routes: z._default(z.array(Route).check(z.maxLength(8)), []),
  targetSetting: z.optional(TargetSetting),
  plan: z.optional(PlanModel),
  dueDiligence: z.optional(DueDiligence),
  reportSections: z._default(z.array(ReportSection).check(z.maxLength(40)), []),
  reviewers: z._default(z.array(Reviewer).check(z.maxLength(20)), []),
});
export type Framework = z.infer<typeof Framework>;
