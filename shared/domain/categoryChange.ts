import type {
  ApproveCategoryChange,
  ConfirmCategoryChange,
  DiscussCategoryChange,
  ProposeCategoryChange,
  RejectCategoryChange,
  ResubmitCategoryChange,
  ReturnCategoryChange,
  WithdrawCategoryChange,
} from '../schema/commands';
import type { CategoryChange, CategoryChangeEvent, FrozenRow } from '../schema/categoryChange';
import type { Framework, RouteStep } from '../schema/framework';
import type { CategoryChangeRow } from '../schema/rows';
import { findCategory } from './framework';
import { accepted, refused, type Result } from './result';
import type { Stamp } from './review';

type AtStep = Extract<CategoryChange, { state: 'atStep' }>;
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

/** What every state of a change shares. */
const common = (change: CategoryChange) => {
  const { id, urn, framework, from, to, rationale, effectiveFrom, proposedBy, proposedAt, evidence, route } = change;
  const optional = { ...(from && { from }), ...(evidence && { evidence }) };
  return { id, urn, framework, to, rationale, effectiveFrom, proposedBy, proposedAt, route, ...optional };
};

interface Proposing extends Stamp {
  readonly framework: Framework;
  readonly evidence: FrozenRow;
  /** The academy's last decided change: what this one starts from. */
  readonly latest: CategoryChangeRow | undefined;
}

/** A new proposal, at the first step of the framework's route. */
export const propose = (command: ProposeCategoryChange, ctx: Proposing): Result<CategoryChange> => {
  const { latest, framework, by, at } = ctx;
  if (!findCategory(framework, command.to)) return refused({ code: 'category.unknown' });
  if (latest?.to === command.to) return refused({ code: 'category.same' });
  if (latest && command.effectiveFrom <= latest.effectiveFrom)
    return refused({ code: 'category.dates-overlap', after: latest.effectiveFrom });
  const { id, urn, to, rationale, effectiveFrom, commandId } = command;
  return accepted({
    id,
    urn,
    framework: { code: framework.code, version: framework.version },
    ...(latest && { from: latest.to }),
    to,
    rationale,
    effectiveFrom,
    proposedBy: by,
    proposedAt: at,
    evidence: ctx.evidence,
    route: framework.categoryRoute,
    state: 'atStep',
    step: 0,
    history: [{ type: 'proposed', commandId, by, at, rationale, effectiveFrom }],
  });
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

/** The proposer never decides on their own proposal, except where the route says so and another step confirms it. */
export const mayDecide = (change: CategoryChange, by: Stamp['by']): boolean => {
  if (change.proposedBy !== by) return true;
  if (change.state !== 'atStep' || !change.route.proposerMayApprove) return false;
  const later = change.route.steps.slice(change.step + 1);
  return currentStep(change)?.kind === 'approve' && later.some((step) => step.kind === 'confirm');
};

const onward = (change: AtStep, event: CategoryChangeEvent): CategoryChange => {
  const history = [...change.history, event];
  const step = change.step + 1;
  return step < change.route.steps.length
    ? { ...common(change), state: 'atStep', step, history }
    : { ...common(change), state: 'decided', decidedAt: event.at, history };
};

/** Heard, never blocking: the change goes on whether the head teacher agrees or comments. */
export const discuss = (
  change: CategoryChange,
  command: DiscussCategoryChange,
  { by, at }: Stamp,
): Result<CategoryChange> => {
  const here = atStep(change, command, ['discuss']);
  if (!here.ok) return here;
  const { commandId, step, agrees, comment } = command;
  return accepted(onward(here.value, { type: 'discussed', commandId, by, at, step, agrees, comment }));
};

const deciding = (
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

/** `today` is the day in the trust's calendar: the Board has met before it is confirmed. */
export const confirm = (
  change: CategoryChange,
  command: ConfirmCategoryChange,
  { by, at, today }: Stamp & { readonly today: string },
): Result<CategoryChange> => {
  const here = deciding(change, command, ['confirm'], by);
  if (!here.ok) return here;
  if (command.meetingDate > today) return refused({ code: 'category.meeting-in-future' });
  const { commandId, step, comment, meetingDate } = command;
  return accepted(onward(here.value, { type: 'confirmed', commandId, by, at, step, meetingDate, comment }));
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
  const history: CategoryChangeEvent[] = [...change.history, { type: 'returned', commandId, by, at, step, comment }];
  return accepted({ ...common(change), state: 'returned', returnedBy: by, comment, history });
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
  return accepted({ ...common(change), state: 'rejected', rejectedBy: by, comment, history });
};

/** The proposer puts a returned change to the route again, from its first step; its date obeys the proposal's rule. */
export const resubmit = (
  change: CategoryChange,
  command: ResubmitCategoryChange,
  { by, at, latest }: Stamp & Pick<Proposing, 'latest'>,
): Result<CategoryChange> => {
  if (command.round !== roundOfChange(change)) return refused({ code: 'category.proposed-again' });
  if (change.state !== 'returned') return refused({ code: 'category.wrong-state', state: change.state });
  if (change.proposedBy !== by) return refused({ code: 'category.not-your-step' });
  if (latest && command.effectiveFrom <= latest.effectiveFrom)
    return refused({ code: 'category.dates-overlap', after: latest.effectiveFrom });
  const { commandId, rationale, effectiveFrom } = command;
  const event: CategoryChangeEvent = { type: 'resubmitted', commandId, by, at, rationale, effectiveFrom };
  return accepted({
    ...common(change),
    rationale,
    effectiveFrom,
    state: 'atStep',
    step: 0,
    history: [...change.history, event],
  });
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
  return accepted({ ...common(change), state: 'withdrawn', reason, history: [...change.history, event] });
};
