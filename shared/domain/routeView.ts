import type { CategoryChange, CategoryChangeEvent } from '../schema/categoryChange';
import type { Person } from '../schema/people';
import type { RouteStepView } from '../schema/changeViews';
import type { Committee, RouteStep } from '../schema/route';
import type { Who } from '../schema/views';
import { thisRound } from './categoryChange';
import { holderWords } from './routeWords';

/** What hearing somebody came to: on a step that must agree a 'no' is a disagreement, on others a comment. */
export const heardWords = (step: RouteStep | undefined, agrees: boolean): string => {
  if (step?.kind === 'represent') return agrees ? 'No representations' : 'Representations made';
  if (agrees) return 'Agreed';
  return step?.mustAgree ? 'Did not agree' : 'Commented';
};

const outcomeWords = (event: CategoryChangeEvent, step: RouteStep): string => {
  if (event.type === 'discussed') return heardWords(step, event.agrees);
  if (event.type === 'approved') return 'Approved';
  if (event.type === 'confirmed') return 'Confirmed';
  return event.type === 'returned' ? 'Returned' : 'Rejected';
};

type StepEvent = Extract<CategoryChangeEvent, { step: number }>;

/** The last event of the present round at a step. */
const eventAt = (change: CategoryChange, index: number): StepEvent | undefined =>
  thisRound(change).find((event): event is StepEvent => 'step' in event && event.step === index);

/** When the change arrived at the step it is at. */
export const stepSince = (change: CategoryChange): string => thisRound(change).at(-1)?.at ?? change.proposedAt;

interface Naming {
  readonly holders: (step: RouteStep) => readonly Person[];
  readonly whoIs: (id: Person['id']) => Who;
  readonly committees: readonly Committee[];
}

const statusOf = (change: CategoryChange, index: number, event: StepEvent | undefined): RouteStepView['status'] => {
  if (event) return 'done';
  if (change.state === 'atStep') return change.step === index ? 'current' : 'later';
  return change.state === 'returned' ? 'later' : 'skipped';
};

const outcomeOf = (event: StepEvent, step: RouteStep, whoIs: Naming['whoIs']): RouteStepView['outcome'] => ({
  by: whoIs(event.by),
  at: event.at,
  text: outcomeWords(event, step),
  comment: event.comment,
  meetingDate: event.type === 'confirmed' ? event.meetingDate : undefined,
});

/** Each step of the route: what came of it, or who has it and since when. */
export const viewRoute = (change: CategoryChange, { holders, whoIs, committees }: Naming): RouteStepView[] =>
  change.route.steps.map((step, index) => {
    const event = eventAt(change, index);
    const status = statusOf(change, index, event);
    return {
      ...step,
      holder: holderWords(step, { committees, nameOf: (id) => whoIs(id).name }),
      status,
      waitingFor: status === 'current' ? holders(step).map((person) => whoIs(person.id)) : [],
      since: status === 'current' ? stepSince(change) : undefined,
      outcome: event && outcomeOf(event, step, whoIs),
    };
  });
