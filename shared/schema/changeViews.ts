import { z } from 'zod';
import { AreaCode, CategoryCode, ChangeId, Day, Instant, LevelCode, RouteCode, Urn, Year } from './ids';
import { FrozenRow, OutsideOpinion, SuggestedCategory } from './categoryChange';
import { Category, CategoryWord, Level } from './framework';
import { Route, RouteStep } from './route';
import { Entitlement } from './support';
import { Who, HistoryLine } from './views';

export const ChangeAction = z.enum([
  'agree',
  'comment',
  'represent',
  'noRepresentations',
  'approve',
  'confirm',
  'return',
  'reject',
  'resubmit',
  'withdraw',
]);
export type ChangeAction = z.infer<typeof ChangeAction>;

export const RouteStepView = z.object({
  ...RouteStep.shape,
  /** Who holds it, as it stands in a sentence: 'the head teacher', 'the Board', a committee or a person by name. */
  holder: z.string(),
  status: z.enum(['done', 'current', 'later', 'skipped']),
  waitingFor: z.array(Who),
  since: Instant.optional(),
  outcome: z
    .object({ by: Who, at: Instant, text: z.string(), comment: z.string(), meetingDate: Day.optional() })
    .optional(),
});
export type RouteStepView = z.infer<typeof RouteStepView>;

/** What begins, what ends, and what goes on with other figures. */
export const SupportDifference = z.object({
  added: z.array(Entitlement),
  ended: z.array(Entitlement),
  changed: z.array(z.object({ from: Entitlement, to: Entitlement })),
});
export type SupportDifference = z.infer<typeof SupportDifference>;

export const CategoryChangeView = z.object({
  id: ChangeId,
  urn: Urn,
  academyName: z.string(),
  state: z.enum(['atStep', 'returned', 'decided', 'rejected', 'withdrawn']),
  step: z.int().optional(),
  round: z.int(),
  from: Category.optional(),
  to: Category,
  rationale: z.string(),
  effectiveFrom: Day,
  proposedBy: Who,
  proposedAt: Instant,
  categoryWord: CategoryWord,
  /** What was proposed, where the Board confirmed another category. */
  insteadOf: Category.optional(),
  /** The other categories that this reader may confirm instead. */
  mayConfirm: z.array(Category),
  /** With its own model, which says what the levels mean. */
  evidence: FrozenRow.optional(),
  /**
   * The frozen row against the row of today, where they differ; `as` describes the present level where that row was
   * judged on another version of the model.
   */
  changedSince: z.array(
    z.object({ area: AreaCode, then: LevelCode.optional(), now: LevelCode.optional(), as: Level.optional() }),
  ),
  /** Digest of `changedSince`: a decision says which one was in sight, and is refused where it is another by then. */
  seen: z.string(),
  support: SupportDifference,
  routeName: z.string(),
  suggested: SuggestedCategory.optional(),
  overrideReason: z.string().optional(),
  outsideOpinion: OutsideOpinion.optional(),
  steps: z.array(RouteStepView),
  returned: z.object({ by: Who, comment: z.string() }).optional(),
  closed: z.object({ by: Who, at: Instant, text: z.string(), comment: z.string() }).optional(),
  history: z.array(HistoryLine),
  may: z.array(ChangeAction),
});
export type CategoryChangeView = z.infer<typeof CategoryChangeView>;

/** A category as it is named and marked, with nothing else of it. */
const CategoryName = Category.pick({ code: true, name: true, symbol: true });

export const CategoryOverview = z.object({
  asAt: Instant,
  /** The academic year it is, for links to its support. */
  year: Year,
  categoryWord: CategoryWord,
  /** The routes of the active framework, for whoever may propose on them. */
  routes: z.array(Route),
  academies: z.array(
    z.object({
      urn: Urn,
      name: z.string(),
      category: z.object({ code: CategoryCode, since: Day, as: CategoryName }).optional(),
      changes: z.array(
        z.object({
          id: ChangeId,
          from: CategoryCode.optional(),
          to: CategoryCode,
          /** By the framework that it was proposed on. */
          fromName: z.string().optional(),
          toName: z.string(),
          state: z.enum(['atStep', 'returned', 'decided', 'rejected', 'withdrawn']),
          effectiveFrom: Day,
          proposedAt: Instant,
        }),
      ),
      /** Whether this reader may open what its category brings it. */
      maySeeSupport: z.boolean(),
      mayPropose: z.boolean(),
      /** The routes on which this person may propose for this academy now. */
      proposeOn: z.array(RouteCode),
    }),
  ),
});
export type CategoryOverview = z.infer<typeof CategoryOverview>;

/** A route as a proposer chooses it; `holders` names who has each step, in the order of the steps. */
export const RouteChoice = z.object({ ...Route.shape, holders: z.array(z.string()) });
export type RouteChoice = z.infer<typeof RouteChoice>;

/** What may be proposed for an academy from a day on, by the framework of that day's academic year. */
export const ProposalChoices = z.object({
  urn: Urn,
  effectiveFrom: Day,
  frameworkName: z.string(),
  categoryWord: CategoryWord,
  /** Where the academy stands before it. */
  from: Category.optional(),
  /** Each with all its support, that of the categories it includes too. */
  categories: z.array(Category),
  routes: z.array(RouteChoice),
  /** Whether a row of the matrix goes with the proposal. */
  needsEvidence: z.boolean(),
});
export type ProposalChoices = z.infer<typeof ProposalChoices>;

/** What the framework's rule makes of a row; absent where the framework has no rule. */
export const CategorySuggestionView = z.object({ suggested: SuggestedCategory.optional() });
export type CategorySuggestionView = z.infer<typeof CategorySuggestionView>;
