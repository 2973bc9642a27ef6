import type { CategoryChange } from '../../schema/categoryChange';
import type { Framework } from '../../schema/framework';
import type { PersonId } from '../../schema/ids';
import type { Academy, Person } from '../../schema/people';
import type { ChangeCard } from '../../schema/card';
import type { RouteStepView } from '../../schema/changeViews';
import { supportDifference } from '../category';
import { currentStep, mayDecide, roundOfChange } from '../categoryChange';
import { findCategory } from '../framework';
import { holdsRouteRole } from '../policy';
import { stepWords, viewRoute } from '../routeView';
import { formatDay, formatInstant } from '../words';
import { markOf, summarise } from './marks';

export interface ChangeSlot {
  readonly person: PersonId;
  readonly slot: string;
}

export const stepSlot = (round: number, step: number): string => `round-${round}-step-${step}`;
export const returnedSlot = (round: number): string => `returned-${round}`;
export const outcomeSlot = 'outcome';

/** An outcome older than this is no news: a trust that brings its history in sends nobody a card about it. */
const newsDays = 14;

const isNews = (at: string, now: string): boolean => Date.parse(now) - Date.parse(at) <= newsDays * 24 * 60 * 60 * 1000;

/** Who must have a card now: the holders of the step, the proposer of a returned change, and, at the end, those concerned. */
export const changeSlots = (
  change: CategoryChange,
  academy: Academy,
  people: readonly Person[],
  now: string,
): ChangeSlot[] => {
  const round = roundOfChange(change);
  const step = currentStep(change);
  if (change.state === 'atStep' && step)
    return people
      .filter((person) => holdsRouteRole(person, step.by, academy))
      .map(({ id }) => ({ person: id, slot: stepSlot(round, change.step) }));
  if (change.state === 'returned') return [{ person: change.proposedBy, slot: returnedSlot(round) }];
  const last = change.history[change.history.length - 1];
  if (!last || last.type === 'recorded' || !isNews(last.at, now)) return [];
  const heads = people.filter((person) => holdsRouteRole(person, 'headTeacher', academy)).map(({ id }) => id);
  return [...new Set([change.proposedBy, ...heads])]
    .filter((person) => person !== last.by)
    .map((person) => ({ person, slot: outcomeSlot }));
};

export interface ChangeCardInput {
  readonly change: CategoryChange;
  readonly academy: Academy;
  readonly framework: Framework;
  readonly viewer: Person;
  readonly slot?: string;
  readonly people: readonly Person[];
  readonly nameOf: (id: PersonId) => string;
  readonly today: string;
}

/** What the present step asks of its holder. */
const askAtStep = ({ change, academy, viewer }: ChangeCardInput): ChangeCard['ask'] => {
  const step = currentStep(change);
  if (!step || !holdsRouteRole(viewer, step.by, academy)) return undefined;
  return step.kind === 'discuss' || mayDecide(change, viewer.id) ? step.kind : undefined;
};

const askOf = (input: ChangeCardInput): ChangeCard['ask'] => {
  const { change, viewer, slot } = input;
  const round = roundOfChange(change);
  const current = (own: string): boolean => slot === undefined || slot === own;
  if (change.state === 'atStep') return current(stepSlot(round, change.step)) ? askAtStep(input) : undefined;
  const returned = change.state === 'returned' && change.proposedBy === viewer.id;
  return returned && current(returnedSlot(round)) ? 'resubmit' : undefined;
};

const asks = {
  discuss: (academy: string) => `Please discuss a change of category for ${academy}`,
  approve: (academy: string) => `Please decide on a change of category for ${academy}`,
  confirm: (academy: string) => `Please confirm the Board’s decision on ${academy}’s category`,
  resubmit: (academy: string) => `Your change of category for ${academy} has been returned`,
} satisfies Record<NonNullable<ChangeCard['ask']>, (academy: string) => string>;

const headlineOf = ({ change, academy }: ChangeCardInput, ask: ChangeCard['ask']): string => {
  if (ask) return asks[ask](academy.name);
  const states = {
    atStep: 'is under way',
    returned: 'has been returned to the proposer',
    decided: 'is decided',
    rejected: 'has been rejected',
    withdrawn: 'has been withdrawn',
  } satisfies Record<CategoryChange['state'], string>;
  return `The change of category for ${academy.name} ${states[change.state]}`;
};

const lineOf = (step: RouteStepView): string => {
  const { outcome } = step;
  if (outcome) {
    const met = outcome.meetingDate ? `; the Board met on ${formatDay(outcome.meetingDate)}` : '';
    const said = outcome.comment ? `. They wrote: “${outcome.comment}”` : '';
    return `${stepWords(step)}: ${outcome.text.toLowerCase()} by ${outcome.by.name} on ${formatInstant(outcome.at)}${met}${said}`;
  }
  const waiting = step.waitingFor.map((who) => who.name).join(' or ');
  if (step.status === 'current') return `${stepWords(step)}: with ${waiting || 'nobody yet'}`;
  return `${stepWords(step)}: ${step.status === 'skipped' ? 'not needed' : 'still to come'}`;
};

const evidenceOf = ({ change, framework }: ChangeCardInput): Pick<ChangeCard, 'evidence'> => {
  const frozen = change.evidence;
  if (!frozen) return {};
  const { counts, intervention } = summarise(framework, frozen.levels);
  return {
    evidence: { term: { year: frozen.year, term: frozen.term }, takenAt: frozen.takenAt, counts, intervention },
  };
};

const outcomeOf = ({ change, nameOf }: ChangeCardInput): Pick<ChangeCard, 'outcome' | 'comment'> => {
  const last = change.history[change.history.length - 1];
  if (!last || change.state === 'atStep') return {};
  const what = { returned: 'Returned', decided: 'Decided', rejected: 'Rejected', withdrawn: 'Withdrawn' }[change.state];
  const text = 'comment' in last ? last.comment : 'reason' in last ? last.reason : '';
  const begins = change.state === 'decided' ? ` It takes effect on ${formatDay(change.effectiveFrom)}.` : '';
  return {
    outcome: `${what} by ${nameOf(last.by)} on ${formatInstant(last.at)}.${begins}`,
    ...(text && { comment: { by: nameOf(last.by), text } }),
  };
};

const roles = {
  headTeacher: (academy: string) => `you are the head teacher of ${academy}`,
  ceo: () => 'you are the CEO',
  boardMember: () => 'you are a member of the Board',
  directorOfEducation: () => 'you are the director of education',
} as const;

const whyOf = ({ change, academy, viewer }: ChangeCardInput): string => {
  if (change.proposedBy === viewer.id) return 'You receive this because you proposed this change.';
  const held = change.route.steps.map((step) => step.by).find((role) => holdsRouteRole(viewer, role, academy));
  return held
    ? `You receive this because ${roles[held](academy.name)}.`
    : `You receive this because you took part in this change.`;
};

/** The card of a category change as one person may see it: frozen evidence, present state. */
export const changeCardFor = (input: ChangeCardInput): ChangeCard | undefined => {
  const { change, academy, framework, nameOf, people } = input;
  const from = change.from && findCategory(framework, change.from);
  const to = findCategory(framework, change.to);
  if (!to) return undefined;
  const ask = askOf(input);
  const holders = (step: { by: Parameters<typeof holdsRouteRole>[1] }) =>
    people.filter((person) => holdsRouteRole(person, step.by, academy));
  const steps = viewRoute(change, { holders, whoIs: (id) => ({ id, name: nameOf(id), jobTitle: '' }) });
  const support = supportDifference(from, to);
  return {
    card: 'change',
    id: change.id,
    urn: change.urn,
    academyName: academy.name,
    round: roundOfChange(change),
    ...(change.state === 'atStep' && { step: change.step }),
    ...(ask && { ask }),
    headline: headlineOf(input, ask),
    ...(from && { from: markOf(from) }),
    to: markOf(to),
    effectiveFrom: change.effectiveFrom,
    proposedBy: nameOf(change.proposedBy),
    proposedAt: change.proposedAt,
    rationale: change.rationale,
    ...evidenceOf(input),
    support: { added: support.added.map((item) => item.text), ended: support.ended.map((item) => item.text) },
    steps: steps.map((step) => ({ text: lineOf(step), status: step.status })),
    ...outcomeOf(input),
    today: input.today,
    why: whyOf(input),
    subPageId: `categories/${change.id}`,
  };
};
