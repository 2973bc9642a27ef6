import type { CategoryChange, DescribedChange } from '../../schema/categoryChange';
import type { PersonId } from '../../schema/ids';
import type { ChangeCard } from '../../schema/card';
import type { RouteStepView } from '../../schema/changeViews';
import type { RouteRole, RouteStep } from '../../schema/route';
import { currentStep } from '../categoryChange';
import { bodyOf, holderWords, stepWords, type Names } from '../routeWords';
import { capital, formatDay, formatInstant } from '../words';

type Ask = NonNullable<ChangeCard['ask']>;

interface Told {
  readonly word: DescribedChange['categoryWord'];
  readonly academy: string;
  /** For whom it is confirmed: 'the Board'. */
  readonly body: string | undefined;
}

const confirming = ({ word, academy, body }: Told): string =>
  body
    ? `Please confirm ${body}’s decision on ${academy}’s ${word}`
    : `Please confirm the change of ${word} for ${academy}`;

const asks = {
  discuss: ({ word, academy }) => `Please discuss a change of ${word} for ${academy}`,
  represent: ({ word, academy }) => `A change of ${word} is proposed for ${academy}: do you make representations?`,
  approve: ({ word, academy }) => `Please decide on a change of ${word} for ${academy}`,
  confirm: confirming,
  resubmit: ({ word, academy }) => `Your change of ${word} for ${academy} has been returned`,
} satisfies Record<Ask, (told: Told) => string>;

const states = {
  atStep: 'is under way',
  returned: 'has been returned to the proposer',
  decided: 'is decided',
  rejected: 'has been rejected',
  withdrawn: 'has been withdrawn',
} satisfies Record<CategoryChange['state'], string>;

/** The first line of a card: what it asks, or how the change stands. */
export const headlineOf = (
  change: CategoryChange,
  academy: string,
  described: DescribedChange,
  ask: Ask | undefined,
): string => {
  const step = currentStep(change);
  const word = described.categoryWord;
  const body = step && bodyOf(step, described);
  return ask ? asks[ask]({ word, academy, body }) : `The change of ${word} for ${academy} ${states[change.state]}`;
};

const meetingWords = (step: RouteStep, { committees }: DescribedChange, day: string): string => {
  const body = bodyOf(step, { committees });
  return body ? `; ${body} met on ${formatDay(day)}` : `; the meeting was on ${formatDay(day)}`;
};

/** 'The CEO approves: approved by Cora Chief on 12 November 2026, 09:00', '… : with Cora Chief', '… : still to come'. */
export const lineOf = (step: RouteStepView, described: DescribedChange): string => {
  const { outcome } = step;
  const name = stepWords(step, step.holder);
  if (outcome) {
    const met = outcome.meetingDate ? meetingWords(step, described, outcome.meetingDate) : '';
    const said = outcome.comment ? `. They wrote: “${outcome.comment}”` : '';
    return `${name}: ${outcome.text.toLowerCase()} by ${outcome.by.name} on ${formatInstant(outcome.at)}${met}${said}`;
  }
  const waiting = step.waitingFor.map((who) => who.name).join(' or ');
  if (step.status === 'current') return `${name}: with ${waiting || 'nobody yet'}`;
  return `${name}: ${step.status === 'skipped' ? 'not needed' : 'still to come'}`;
};

/** What the framework's rule made of the row: 'Repair: …', and why the proposal differs. */
export const suggestedLine = ({ suggested, overrideReason }: CategoryChange): string | undefined => {
  if (!suggested) return undefined;
  return overrideReason ? `${suggested.why} Proposed otherwise because: ${overrideReason}` : suggested.why;
};

/** 'The local authority, 3 November 2026: …' */
export const opinionLine = ({ outsideOpinion }: CategoryChange): string | undefined =>
  outsideOpinion && `${capital(outsideOpinion.from)}, ${formatDay(outsideOpinion.givenOn)}: ${outsideOpinion.opinion}`;

const ended = {
  returned: 'Returned',
  decided: 'Decided',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} satisfies Record<Exclude<CategoryChange['state'], 'atStep'>, string>;

/** What came of a change that is with nobody on its route, in a sentence; undefined while it is under way. */
export const outcomeWords = (change: CategoryChange, nameOf: (id: PersonId) => string): string | undefined => {
  const last = change.history[change.history.length - 1];
  if (!last || change.state === 'atStep') return undefined;
  const by = `${nameOf(last.by)} on ${formatInstant(last.at)}`;
  if (last.type === 'discussed')
    return `Returned, since ${nameOf(last.by)} did not agree on ${formatInstant(last.at)}.`;
  const begins = change.state === 'decided' ? ` It takes effect on ${formatDay(change.effectiveFrom)}.` : '';
  return `${ended[change.state]} by ${by}.${begins}`;
};

const roles = {
  headTeacher: (academy: string) => `you are the head teacher of ${academy}`,
  ceo: () => 'you are the CEO',
  boardMember: () => 'you are a member of the Board',
  directorOfEducation: () => 'you are the director of education',
  committeeMember: () => 'you are a member of a committee',
} satisfies Record<RouteRole, (academy: string) => string>;

/** Why somebody who holds a step receives the card: 'you are a member of the Finance Committee'. */
export const holdingWords = (step: RouteStep, academy: string, names: Names): string => {
  if (step.by === 'person') return 'this change’s route names you';
  return step.by === 'committeeMember' && step.committee
    ? `you are a member of ${holderWords(step, names)}`
    : roles[step.by](academy);
};
