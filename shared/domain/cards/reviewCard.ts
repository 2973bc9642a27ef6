import type { Framework } from '../../schema/framework';
import type { AreaCode, LevelCode, PersonId } from '../../schema/ids';
import type { Academy, Person } from '../../schema/people';
import type { ReviewCard } from '../../schema/card';
import type { Review } from '../../schema/review';
import type { RouteRole } from '../../schema/route';
import type { PeriodRef } from '../../schema/views';
import { maySettle, purposeOf, recordOf, rolesToSettle, signsOff, waitsFor } from '../judging';
import { may } from '../policy';
import { levelsOf, roundOf } from '../review';
import { formatInstant, listWords, periodLabel, plural, recordPhrase, roleName, yearInPath } from '../words';
import { changesBetween, summarise } from './marks';
import { judges, lastOf, openedSlot, querySlot, rowOf, signOffSlot } from './reviewSlots';

export interface ReviewCardInput {
  readonly review: Review;
  readonly academy: Academy;
  readonly framework: Framework;
  readonly viewer: Person;
  /** The slot of the card that is drawn; the viewer's present one where a card is drawn afresh. */
  readonly slot?: string;
  readonly previous?: { readonly ref: PeriodRef; readonly levels: Partial<Record<AreaCode, LevelCode>> };
  readonly nameOf: (id: PersonId) => string;
}

const askOf = ({ review, academy, framework, viewer, slot }: ReviewCardInput): ReviewCard['ask'] => {
  const round = roundOf(review);
  const current = (own: string): boolean => slot === undefined || slot === own;
  if (current(signOffSlot(round)) && waitsFor(framework, rowOf(review), viewer, academy))
    return signsOff(framework) ? 'signOff' : 'agree';
  if (review.state === 'queried' && current(querySlot(round)) && may(viewer, 'sendForSignOff', { academy }))
    return 'answerQuery';
  return undefined;
};

/** 'autumn term review of Alder Academy'. */
const whatOf = ({ review, academy, framework }: ReviewCardInput): string =>
  `${recordPhrase(review, recordOf(framework))} of ${academy.name}`;

const headlineOf = (input: ReviewCardInput, ask: ReviewCard['ask']): string => {
  const { review, framework } = input;
  const what = whatOf(input);
  if (ask === 'signOff') return `Please sign off the ${what}`;
  if (ask === 'agree') return `Please agree the ${what}`;
  if (ask === 'answerQuery') return `The ${what} has been queried`;
  const signs = signsOff(framework);
  const states = {
    open: input.slot === openedSlot && !lastOf(review, 'reopened') ? 'is open' : 'is being judged',
    awaitingSignOff: `is waiting for ${purposeOf(framework)}`,
    queried: 'has been queried',
    signedOff: signs ? 'is signed off' : 'is agreed',
  } satisfies Record<Review['state'], string>;
  return `The ${what} ${states[review.state]}`;
};

/** Whether the card belongs to an earlier sending than the one that asks its reader now. */
const isEarlier = ({ review, framework, viewer, academy, slot }: ReviewCardInput, ask: ReviewCard['ask']): boolean =>
  slot !== undefined &&
  slot !== signOffSlot(roundOf(review)) &&
  ask === undefined &&
  maySettle(framework, viewer, academy);

const statusOf = (input: ReviewCardInput, ask: ReviewCard['ask']): string[] => {
  const { review, framework, nameOf } = input;
  const told = (what: string, event: { by: PersonId; at: string } | undefined): string[] =>
    event ? [`${what} by ${nameOf(event.by)} on ${formatInstant(event.at)}`] : [];
  const signs = signsOff(framework);
  const agreed = 'agreed' in review ? review.agreed.flatMap((one) => told('Agreed', one)) : [];
  const lines = {
    open: lastOf(review, 'reopened')
      ? told('Reopened', lastOf(review, 'reopened'))
      : told('Opened', lastOf(review, 'opened')),
    awaitingSignOff: [
      ...told(`Sent for ${purposeOf(framework)}`, lastOf(review, 'sentForSignOff')),
      ...agreed,
      ...(isEarlier(input, ask) ? ['It was sent after this card. The newer card has what is asked now.'] : []),
    ],
    queried: told('Queried', lastOf(review, 'queried')),
    signedOff: [
      ...(signs ? told('Signed off', lastOf(review, 'signedOff')) : agreed),
      `The ${recordOf(framework)} is locked.`,
    ],
  } satisfies Record<Review['state'], string[]>;
  return lines[review.state];
};

const commentOf = ({ review, nameOf }: ReviewCardInput): Pick<ReviewCard, 'comment'> => {
  if (review.state === 'queried') return { comment: { by: nameOf(review.queriedBy), text: review.comment } };
  if (review.state === 'signedOff' && review.comment)
    return { comment: { by: nameOf(review.signedOffBy), text: review.comment } };
  const reopened = review.state === 'open' ? lastOf(review, 'reopened') : undefined;
  return reopened?.type === 'reopened' ? { comment: { by: nameOf(reopened.by), text: reopened.reason } } : {};
};

/** 'director of education', 'CEO'. */
const roleInSentence = (roles: readonly RouteRole[]): string =>
  listWords(roles.map((role) => (role === 'ceo' ? 'CEO' : roleName(role).toLowerCase())));

const whyOf = ({ review, framework, viewer, academy }: ReviewCardInput): string => {
  const roles = rolesToSettle(framework, viewer, academy);
  if (roles.includes('headTeacher')) return `You receive this because you are the head teacher of ${academy.name}.`;
  if (roles.length > 0) return `You receive this because it needs your agreement as ${roleInSentence(roles)}.`;
  const record = recordOf(framework);
  if (review.state === 'open' && judges(framework, viewer, academy))
    return `You receive this because you judge areas of this ${record}.`;
  return review.history.some((event) => event.type === 'sentForSignOff' && event.by === viewer.id)
    ? `You receive this because you sent this ${record} for ${purposeOf(framework)}.`
    : `You receive this because you may read the ${plural(record)} of ${academy.name}.`;
};

/** A function lead's card holds their own functions and no trace of the others. */
const visibleTo = (viewer: Person, academy: Academy, framework: Framework): Framework => ({
  ...framework,
  areas: framework.areas.filter(({ group }) => may(viewer, 'readReview', { academy, group })),
});

/** The card of a review as one person may see it, in the review's present state. */
export const reviewCardFor = (input: ReviewCardInput): ReviewCard => {
  const { review, academy, previous } = input;
  const framework = visibleTo(input.viewer, academy, input.framework);
  const ask = askOf(input);
  const levels = levelsOf(review);
  const { counts, groups, intervention } = summarise(framework, levels);
  const { urn, year, period } = review;
  return {
    card: 'review',
    key: { urn, year, period },
    academyName: academy.name,
    period: { year, period },
    round: roundOf(review),
    ...(ask && { ask }),
    headline: headlineOf(input, ask),
    status: statusOf(input, ask),
    counts,
    groups,
    intervention,
    changes: previous ? changesBetween(framework, previous.levels, levels) : [],
    ...(previous && { comparedWith: periodLabel(previous.ref) }),
    ...commentOf(input),
    why: whyOf(input),
    subPageId: `reviews/${yearInPath(year)}/${period}/${urn}`,
    ...(input.slot && { slot: input.slot }),
  };
};
