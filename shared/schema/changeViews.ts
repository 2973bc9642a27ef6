import * as z from 'zod/mini';
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
  since: z.optional(Instant),
  outcome: z.optional(
    z.object({ by: Who, at: Instant, text: z.string(), comment: z.string(), meetingDate: z.optional(Day) }),
  ),
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
  step: z.optional(z.int()),
  round: z.int(),
  from: z.optional(Category),
  to: Category,
  rationale: z.string(),
  effectiveFrom: Day,
  proposedBy: Who,
  proposedAt: Instant,
  categoryWord: CategoryWord,
  /** What was proposed, where the Board confirmed another category. */
  insteadOf: z.optional(Category),
  /** The other categories that this reader may confirm instead. */
  mayConfirm: z.array(Category),
  /** With its own model, which says what the levels mean. */
  evidence: z.optional(FrozenRow),
  /**
   * The frozen row against the row of today, where they differ; `as` describes the present level where that row was
   * judged on another version of the model.
   */
  changedSince: z.array(
    z.object({ area: AreaCode, then: z.optional(LevelCode), now: z.optional(LevelCode), as: z.optional(Level) }),
  ),
  /** Digest of `changedSince`: a decision says which one was in sight, and is refused where it is another by then. */
  seen: z.string(),
  support: SupportDifference,
  routeName: z.string(),
  suggested: z.optional(SuggestedCategory),
  overrideReason: z.optional(z.string()),
  outsideOpinion: z.optional(OutsideOpinion),
  steps: z.array(RouteStepView),
  returned: z.optional(z.object({ by: Who, comment: z.string() })),
  closed: z.optional(z.object({ by: Who, at: Instant, text: z.string(), comment: z.string() })),
  history: z.array(HistoryLine),
  may: z.array(ChangeAction),
});
export type CategoryChangeView = z.infer<typeof CategoryChangeView>;

/** A category as it is named and marked, with nothing else of it. */
const CategoryName = z.pick(Category, { code: true, name: true, symbol: true });

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
      /** Its last day in the trust, once that is over. */
      leftOn: z.optional(Day),
      category: z.optional(z.object({ code: CategoryCode, since: Day, as: CategoryName })),
      changes: z.array(
        z.object({
          id: ChangeId,
          from: z.optional(CategoryCode),
          to: CategoryCode,
          /** By the framework that it was proposed on. */
          fromName: z.optional(z.string()),
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
  from: z.optional(Category),
  /** Each with all its support, that of the categories it includes too. */
  categories: z.array(Category),
  routes: z.array(RouteChoice),
  /** Whether a row of the matrix goes with the proposal. */
  needsEvidence: z.boolean(),
});
export type ProposalChoices = z.infer<typeof ProposalChoices>;

/** What the framework's rule makes of a row; absent where the framework has no rule. */
export const CategorySuggestionView = z.object({ suggested: z.optional(SuggestedCategory) });
export type CategorySuggestionView = z.infer<typeof CategorySuggestionView>;
