import type {
  ApproveCategoryChange,
  DiscussCategoryChange,
  RejectCategoryChange,
  ReturnCategoryChange,
  WithdrawCategoryChange,
} from '../schema/commands';
import type { CategoryChange, CategoryChangeEvent } from '../schema/categoryChange';
import type { RouteStep } from '../schema/route';
import { accepted, refused, type Result } from './result';
import type { Stamp } from './review';

export type AtStep = Extract<CategoryChange, { state: 'atStep' }>;
type StepKind = RouteStep['kind'];

/** How often the change has been put to its route: what a decision refers to. */
export const roundOfChange = (change: CategoryChange): number =>
  change.history.filter((e) => e.type === 'proposed' || e.type === 'resubmitted').length;

export const currentStep = (change: CategoryChange): RouteStep | undefined =>
  change.state === 'atStep' ? change.route.steps[change.step] : undefined;

/** The events since the change was last put to its route. */
export const thisRound = (change: CategoryChange): CategoryChangeEvent[] => {
  const start = change.history.map((e) => e.type).lastIndexOf('resubmitted');
  return start < 0 ? change.history : change.history.slice(start);
};

/** What every state of a change shares: all of it but what belongs to one state alone. */
export const commonOf = (change: CategoryChange) => {
  const { id, urn, framework, from, to, rationale, effectiveFrom, proposedBy, proposedAt, route } = change;
  const { evidence, described, suggested, overrideReason, outsideOpinion } = change;
  return {
    ...{ id, urn, framework, to, rationale, effectiveFrom, proposedBy, proposedAt, route },
    ...(from && { from }),
    ...(evidence && { evidence }),
    ...(described && { described }),
    ...(suggested && { suggested }),
    ...(overrideReason && { overrideReason }),
    ...(outsideOpinion && { outsideOpinion }),
  };
};

const outcomes = ['discussed', 'approved', 'confirmed', 'returned', 'rejected', 'withdrawn'] as const;
type Outcome = (typeof outcomes)[number];
const isOutcome = (type: string): type is Outcome => outcomes.some((outcome) => outcome === type);

/** Who took the step that somebody is too late for. */
const takenBy = (change: CategoryChange, step: number): Result<AtStep> => {
  const taken = thisRound(change).find((e) => ('step' in e && e.step === step) || e.type === 'withdrawn');
  if (taken && isOutcome(taken.type))
    return refused({ code: 'category.step-taken', by: taken.by, at: taken.at, outcome: taken.type });
  return refused({ code: 'category.wrong-state', state: change.state });
};

/** The change at the very step that somebody wants to take, of the round that they saw. */
const atStep = (
  change: CategoryChange,
  command: { round: number; step: number },
  kinds: readonly StepKind[],
): Result<AtStep> => {
  if (command.round !== roundOfChange(change)) return refused({ code: 'category.proposed-again' });
  if (change.state !== 'atStep' || change.step !== command.step) return takenBy(change, command.step);
  const step = change.route.steps[change.step];
  return step && kinds.includes(step.kind) ? accepted(change) : refused({ code: 'category.not-your-step' });
};

/** Open, and with its proposer again. */
const sentBack = (change: AtStep, event: CategoryChangeEvent, comment: string): CategoryChange => ({
  ...commonOf(change),
  state: 'returned',
  returnedBy: event.by,
  comment,
  history: [...change.history, event],
});

/** The proposer never decides on their own proposal, except where the route says so and another step confirms it. */
export const mayDecide = (change: CategoryChange, by: Stamp['by']): boolean => {
  if (change.proposedBy !== by) return true;
  if (change.state !== 'atStep' || !change.route.proposerMayApprove) return false;
  const later = change.route.steps.slice(change.step + 1);
  return currentStep(change)?.kind === 'approve' && later.some((step) => step.kind === 'confirm');
};

/** One step on, or decided after the last. */
export const onward = (change: AtStep, event: CategoryChangeEvent): CategoryChange => {
  const history = [...change.history, event];
  const step = change.step + 1;
  return step < change.route.steps.length
    ? { ...commonOf(change), state: 'atStep', step, history }
    : { ...commonOf(change), state: 'decided', decidedAt: event.at, history };
};

const heardSteps: readonly StepKind[] = ['discuss', 'represent'];

/** Why hearing somebody needs their words: representations, and a 'no' that sends the change back. */
const wordsNeeded = (step: RouteStep | undefined, { agrees, comment }: DiscussCategoryChange) => {
  if (agrees || comment !== '') return undefined;
  if (step?.kind === 'represent') return 'represents' as const;
  return step?.mustAgree ? ('disagrees' as const) : undefined;
};

/**
 * Somebody is heard: they agree or comment, or the academy makes representations (`agrees: false`) or says that it has
 * none. The change goes on, except where the step must agree and they do not: then it goes back to its proposer.
 */
export const discuss = (
  change: CategoryChange,
  command: DiscussCategoryChange,
  { by, at }: Stamp,
): Result<CategoryChange> => {
  const here = atStep(change, command, heardSteps);
  if (!here.ok) return here;
  const route = currentStep(change);
  const why = wordsNeeded(route, command);
  if (why) return refused({ code: 'category.comment-needed', why });
  const { commandId, step, agrees, comment } = command;
  const event: CategoryChangeEvent = { type: 'discussed', commandId, by, at, step, agrees, comment };
  return accepted(!agrees && route?.mustAgree ? sentBack(here.value, event, comment) : onward(here.value, event));
};

/** The step at hand, where it is of these kinds and this person may decide it. */
export const deciding = (
  change: CategoryChange,
  command: { round: number; step: number },
  kinds: readonly StepKind[],
  by: Stamp['by'],
): Result<AtStep> => {
  const here = atStep(change, command, kinds);
  if (!here.ok) return here;
  return mayDecide(change, by) ? here : refused({ code: 'category.own-proposal' });
};

export const approve = (
  change: CategoryChange,
  command: ApproveCategoryChange,
  { by, at }: Stamp,
): Result<CategoryChange> => {
  const here = deciding(change, command, ['approve'], by);
  if (!here.ok) return here;
  const { commandId, step, comment } = command;
  return accepted(onward(here.value, { type: 'approved', commandId, by, at, step, comment }));
};

const closing: readonly StepKind[] = ['approve', 'confirm'];

/** Back to the proposer with a comment; the change stays open. */
export const returnChange = (
  change: CategoryChange,
  command: ReturnCategoryChange,
  { by, at }: Stamp,
): Result<CategoryChange> => {
  const here = deciding(change, command, closing, by);
  if (!here.ok) return here;
  const { commandId, step, comment } = command;
  return accepted(sentBack(here.value, { type: 'returned', commandId, by, at, step, comment }, comment));
};

export const reject = (
  change: CategoryChange,
  command: RejectCategoryChange,
  { by, at }: Stamp,
): Result<CategoryChange> => {
  const here = deciding(change, command, closing, by);
  if (!here.ok) return here;
  const { commandId, step, comment } = command;
  const history: CategoryChangeEvent[] = [...change.history, { type: 'rejected', commandId, by, at, step, comment }];
  return accepted({ ...commonOf(change), state: 'rejected', rejectedBy: by, comment, history });
};

/** The proposer takes an open change back. */
export const withdraw = (
  change: CategoryChange,
  command: WithdrawCategoryChange,
  { by, at }: Stamp,
): Result<CategoryChange> => {
  if (change.state !== 'atStep' && change.state !== 'returned')
    return refused({ code: 'category.wrong-state', state: change.state });
  if (change.proposedBy !== by) return refused({ code: 'category.not-your-step' });
  const { commandId, reason } = command;
  const event: CategoryChangeEvent = { type: 'withdrawn', commandId, by, at, reason };
  return accepted({ ...commonOf(change), state: 'withdrawn', reason, history: [...change.history, event] });
};
