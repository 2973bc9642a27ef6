import type { CategoryChange, DescribedChange } from '../../schema/categoryChange';
import type { Framework } from '../../schema/framework';
import type { PersonId } from '../../schema/ids';
import type { Academy, Person } from '../../schema/people';
import type { ChangeCard } from '../../schema/card';
import type { CategoryChangeView } from '../../schema/changeViews';
import type { RouteStep } from '../../schema/route';
import { supportDifference } from '../category';
import { currentStep, roundOfChange } from '../categoryChange';
import { describedIn, evidenceIn } from '../describedChange';
import { holdsRouteRole } from '../policy';
import { bodyOf } from '../routeWords';
import { viewRoute } from '../routeView';
import { supportChangeWords } from '../supportChangeWords';
import { mayTake } from '../takingSteps';
import { headlineOf, holdingWords, lineOf, opinionLine, outcomeWords, suggestedLine } from './changeCardWords';
import { levelOf } from '../framework';
import { markOf, summarise } from './marks';
import { isNews } from './news';

export interface ChangeSlot {
  readonly person: PersonId;
  readonly slot: string;
}

export const stepSlot = (round: number, step: number): string => `round-${round}-step-${step}`;
export const returnedSlot = (round: number): string => `returned-${round}`;
export const outcomeSlot = 'outcome';

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
      .filter((person) => holdsRouteRole(person, step, academy))
      .map(({ id }) => ({ person: id, slot: stepSlot(round, change.step) }));
  if (change.state === 'returned') return [{ person: change.proposedBy, slot: returnedSlot(round) }];
  const last = change.history[change.history.length - 1];
  if (!last || last.type === 'recorded' || !isNews(last.at, now)) return [];
  const heads = people.filter((person) => holdsRouteRole(person, { by: 'headTeacher' }, academy)).map(({ id }) => id);
  return [...new Set([change.proposedBy, ...heads])]
    .filter((person) => person !== last.by)
    .map((person) => ({ person, slot: outcomeSlot }));
};

export interface ChangeCardInput {
  readonly change: CategoryChange;
  readonly academy: Academy;
  /** The version that it was proposed on, where it is still stored: read only by changes that kept no copy. */
  readonly framework: Framework | undefined;
  readonly viewer: Person;
  readonly slot?: string;
  /** What differs by now from the frozen row, as this viewer may know it, and the digest of it. */
  readonly changedSince: CategoryChangeView['changedSince'];
  readonly seen: string;
  readonly people: readonly Person[];
  readonly nameOf: (id: PersonId) => string;
  readonly today: string;
}

const askOf = ({ change, academy, viewer, slot }: ChangeCardInput): ChangeCard['ask'] => {
  const round = roundOfChange(change);
  const current = (own: string): boolean => slot === undefined || slot === own;
  if (change.state === 'atStep') {
    const mine = current(stepSlot(round, change.step)) && mayTake(change, viewer, academy);
    return mine ? currentStep(change)?.kind : undefined;
  }
  const returned = change.state === 'returned' && change.proposedBy === viewer.id;
  return returned && current(returnedSlot(round)) ? 'resubmit' : undefined;
};

/** What a confirming step asks beside the decision. */
const confirmingOf = (step: RouteStep, described: DescribedChange) => {
  const body = bodyOf(step, described);
  return { ...(body && { onBehalfOf: body }), ...(step.mayChangeCategory && { mayChangeCategory: true }) };
};

/** What is asked, and what belongs to the step that asks it. */
const askedOf = (
  ask: ChangeCard['ask'],
  step: RouteStep | undefined,
  described: DescribedChange,
): Pick<ChangeCard, 'ask' | 'mustAgree' | 'onBehalfOf' | 'mayChangeCategory'> => {
  if (!ask) return {};
  if (!step) return { ask };
  return { ask, ...(ask === 'confirm' ? confirmingOf(step, described) : step.mustAgree && { mustAgree: true }) };
};

const evidenceOf = ({ change, framework }: ChangeCardInput): Pick<ChangeCard, 'evidence'> => {
  const frozen = evidenceIn(change, framework);
  if (!frozen?.model) return {};
  const { counts, intervention } = summarise(frozen.model, frozen.levels);
  return {
    evidence: { period: { year: frozen.year, period: frozen.period }, takenAt: frozen.takenAt, counts, intervention },
  };
};

/**
 * In the words of the frozen model, and of the version that the present level was judged on where that is another. Only
 * while somebody still decides: what came after a decision has no part in it.
 */
const sinceOf = ({
  change,
  framework,
  changedSince,
  seen,
}: ChangeCardInput): Pick<ChangeCard, 'changedSince' | 'seen'> => {
  const isOpen = change.state === 'atStep' || change.state === 'returned';
  const model = isOpen ? evidenceIn(change, framework)?.model : undefined;
  if (!model) return { changedSince: [], seen };
  const marked = model.areas.flatMap((area) => {
    const changed = changedSince.find(({ area: code }) => code === area.code);
    if (!changed) return [];
    const then = levelOf(model, area, changed.then);
    const now = changed.as ?? levelOf(model, area, changed.now);
    return [{ area: area.name, ...(then && { then: markOf(then) }), ...(now && { now: markOf(now) }) }];
  });
  return { changedSince: marked, seen };
};

const outcomeOf = ({ change, nameOf }: ChangeCardInput): Pick<ChangeCard, 'outcome' | 'comment'> => {
  const last = change.history[change.history.length - 1];
  const outcome = outcomeWords(change, nameOf);
  if (!last || !outcome) return {};
  const text = 'comment' in last ? last.comment : 'reason' in last ? last.reason : '';
  return { outcome, ...(text && { comment: { by: nameOf(last.by), text } }) };
};

const supportOf = ({ from, to }: DescribedChange): ChangeCard['support'] => {
  const { added, ended, changed } = supportDifference(from?.support, to.support);
  return {
    added: added.map((item) => item.text),
    ended: ended.map((item) => item.text),
    changed: changed.map(supportChangeWords),
  };
};

const whyOf = ({ change, academy, viewer, nameOf }: ChangeCardInput, { committees }: DescribedChange): string => {
  if (change.proposedBy === viewer.id) return 'You receive this because you proposed this change.';
  const held = change.route.steps.find((step) => holdsRouteRole(viewer, step, academy));
  return held
    ? `You receive this because ${holdingWords(held, academy.name, { committees, nameOf })}.`
    : `You receive this because you took part in this change.`;
};

const marksOf = ({ from, to, proposed }: DescribedChange): Pick<ChangeCard, 'from' | 'to' | 'insteadOf'> => ({
  ...(from && { from: markOf(from) }),
  to: markOf(to),
  ...(proposed && { insteadOf: markOf(proposed) }),
});

const besideOf = (change: CategoryChange): Pick<ChangeCard, 'suggested' | 'outsideOpinion'> => {
  const suggested = suggestedLine(change);
  const outsideOpinion = opinionLine(change);
  return { ...(suggested && { suggested }), ...(outsideOpinion && { outsideOpinion }) };
};

const stepsOf = (input: ChangeCardInput, described: DescribedChange): ChangeCard['steps'] => {
  const { change, academy, people, nameOf } = input;
  const steps = viewRoute(change, {
    holders: (step) => people.filter((person) => holdsRouteRole(person, step, academy)),
    whoIs: (id) => ({ id, name: nameOf(id), jobTitle: '' }),
    committees: described.committees,
  });
  return steps.map((step) => ({ text: lineOf(step, described), status: step.status }));
};

/** The card of a category change as one person may see it: what was frozen with it, and its present state. */
export const changeCardFor = (input: ChangeCardInput): ChangeCard => {
  const { change, academy, framework, nameOf } = input;
  const described = describedIn(change, framework);
  const ask = askOf(input);
  return {
    card: 'change',
    id: change.id,
    urn: change.urn,
    academyName: academy.name,
    round: roundOfChange(change),
    ...(change.state === 'atStep' && { step: change.step }),
    ...askedOf(ask, currentStep(change), described),
    categoryWord: described.categoryWord,
    headline: headlineOf(change, academy.name, described, ask),
    ...marksOf(described),
    effectiveFrom: change.effectiveFrom,
    proposedBy: nameOf(change.proposedBy),
    proposedAt: change.proposedAt,
    rationale: change.rationale,
    ...evidenceOf(input),
    ...sinceOf(input),
    ...besideOf(change),
    support: supportOf(described),
    steps: stepsOf(input, described),
    ...outcomeOf(input),
    today: input.today,
    why: whyOf(input, described),
    subPageId: `categories/${change.id}`,
    ...(input.slot && { slot: input.slot }),
  };
};
