import type { CategoryChange, CategoryChangeEvent, FrozenRow, SuggestedCategory } from '../schema/categoryChange';
import type { ProposeCategoryChange, ResubmitCategoryChange } from '../schema/commands';
import type { Category, Framework } from '../schema/framework';
import type { Academy } from '../schema/people';
import type { Route } from '../schema/route';
import type { CategoryChangeRow } from '../schema/rows';
import type { AcademicYear } from '../schema/settings';
import { hasLeft } from './calendar';
import { commonOf, roundOfChange } from './categoryChange';
import { describeChange } from './describedChange';
import { findCategory } from './framework';
import { daysAllowed } from './occasion';
import type { Refusal } from './refusal';
import { accepted, refused, type Result } from './result';
import type { Stamp } from './review';

/** What a day is held against: the route's occasion, the academy's last decided change and its last day in the trust. */
interface Dating {
  readonly years: readonly AcademicYear[];
  /** The academy's last decided change: what this one starts from. */
  readonly latest: CategoryChangeRow | undefined;
  readonly leftOn: string | undefined;
}

export interface Proposing extends Stamp, Dating {
  /** The framework of the academic year that the change takes effect in. */
  readonly framework: Framework;
  /** The row as it stands now; absent in a framework without a matrix. */
  readonly evidence: FrozenRow | undefined;
  /** What the framework's rule makes of that row. */
  readonly suggested: SuggestedCategory | undefined;
  /** The present category in full, as the version that it was decided on has it. */
  readonly from: Category | undefined;
}

/** Nothing new begins for an academy after its last day in the trust. */
export const goneBy = ({ leftOn }: Pick<Academy, 'leftOn'>, day: string): Refusal | undefined =>
  leftOn !== undefined && hasLeft({ leftOn }, day) ? { code: 'category.academy-left', lastDay: leftOn } : undefined;

/** What is wrong with a day for the academy; undefined where it will do. */
const outOfTurn = (day: string, { latest, leftOn }: Dating): Refusal | undefined =>
  latest && day <= latest.effectiveFrom
    ? { code: 'category.dates-overlap', after: latest.effectiveFrom }
    : goneBy({ leftOn }, day);

/** What is wrong with a day on a route; undefined where it will do. */
const wrongDay = (route: Route, day: string, dating: Dating): Refusal | undefined => {
  const { occasion } = route;
  const allowed = daysAllowed(occasion, day, dating.years);
  if (allowed && (occasion === 'yearStart' || occasion === 'yearEnd') && (day < allowed.from || day > allowed.to))
    return { code: 'category.wrong-date', occasion, ...allowed };
  return outOfTurn(day, dating);
};

/** The suggested category that a proposal departs from. */
const departsFrom = ({ to }: ProposeCategoryChange, { framework, suggested }: Proposing): Category | undefined =>
  suggested?.category && suggested.category !== to ? findCategory(framework, suggested.category) : undefined;

/** Codes of two models may be alike and mean different categories. */
const alreadyIn = ({ to }: ProposeCategoryChange, { latest, framework }: Proposing): boolean =>
  latest?.to === to && latest.framework.code === framework.code;

const whyNot = (command: ProposeCategoryChange, route: Route, ctx: Proposing): Refusal | undefined => {
  if (alreadyIn(command, ctx)) return { code: 'category.same' };
  if (ctx.framework.judging && !ctx.evidence) return { code: 'category.evidence-needed' };
  const day = wrongDay(route, command.effectiveFrom, ctx);
  if (day) return day;
  const departed = departsFrom(command, ctx);
  return departed && !command.overrideReason
    ? { code: 'category.override-reason-needed', suggested: departed.name }
    : undefined;
};

/** What goes with a proposal, each only where there is one. */
const beside = (command: ProposeCategoryChange, ctx: Proposing) => {
  const { overrideReason, outsideOpinion } = command;
  const evidence = ctx.framework.judging ? ctx.evidence : undefined;
  return {
    ...(ctx.latest && { from: ctx.latest.to }),
    ...(evidence && { evidence }),
    ...(ctx.suggested && { suggested: ctx.suggested }),
    ...(overrideReason && departsFrom(command, ctx) && { overrideReason }),
    ...(outsideOpinion && { outsideOpinion }),
  };
};

/**
 * A new proposal, at the first step of the route that it names, with copies of all that it is decided on. Refusals:
 * `category.unknown`, `unknown-route`, `same`, `evidence-needed`, `wrong-date`, `academy-left`, `dates-overlap`, `override-reason-needed`.
 */
export const propose = (command: ProposeCategoryChange, ctx: Proposing): Result<CategoryChange> => {
  const { framework, by, at } = ctx;
  const category = findCategory(framework, command.to);
  if (!category) return refused({ code: 'category.unknown' });
  const route = framework.routes.find(({ code }) => code === command.route);
  if (!route) return refused({ code: 'category.unknown-route' });
  const no = whyNot(command, route, ctx);
  if (no) return refused(no);
  const { id, urn, to, rationale, effectiveFrom, commandId } = command;
  return accepted({
    id,
    urn,
    framework: { code: framework.code, version: framework.version },
    to,
    rationale,
    effectiveFrom,
    proposedBy: by,
    proposedAt: at,
    ...beside(command, ctx),
    described: describeChange(framework, route, { from: ctx.latest && ctx.from, to: category }),
    route,
    state: 'atStep',
    step: 0,
    history: [{ type: 'proposed', commandId, by, at, rationale, effectiveFrom }],
  });
};

/**
 * The proposer puts a returned change to its route again, from the first step; the day obeys the rules of the first
 * time. Its evidence, its route and its framework stay those of the proposal.
 */
export const resubmit = (
  change: CategoryChange,
  command: ResubmitCategoryChange,
  ctx: Stamp & Dating,
): Result<CategoryChange> => {
  const { by, at } = ctx;
  if (command.round !== roundOfChange(change)) return refused({ code: 'category.proposed-again' });
  if (change.state !== 'returned') return refused({ code: 'category.wrong-state', state: change.state });
  if (change.proposedBy !== by) return refused({ code: 'category.not-your-step' });
  const no = wrongDay(change.route, command.effectiveFrom, ctx);
  if (no) return refused(no);
  const { commandId, rationale, effectiveFrom } = command;
  const event: CategoryChangeEvent = { type: 'resubmitted', commandId, by, at, rationale, effectiveFrom };
  const history = [...change.history, event];
  return accepted({ ...commonOf(change), rationale, effectiveFrom, state: 'atStep', step: 0, history });
};
