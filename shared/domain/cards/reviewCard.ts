import type { Framework } from '../../schema/framework';
import type { AreaCode, LevelCode, PersonId } from '../../schema/ids';
import type { Academy, Person } from '../../schema/people';
import type { ReviewCard } from '../../schema/card';
import type { Review } from '../../schema/review';
import type { RouteRole } from '../../schema/route';
import type { PeriodRef } from '../../schema/views';
import { agreedRoles, maySettle, purposeOf, recordOf, rolesToSettle, signsOff, waitsFor } from '../judging';
import { may } from '../policy';
import { levelsOf, roundOf } from '../review';
import { formatInstant, listWords, periodLabel, plural, recordPhrase, roleName, yearInPath } from '../words';
import { changesBetween, summarise } from './marks';

/** A place among the cards of a review: the sending that it belongs to, and what it was sent for. */
export interface ReviewSlot {
  readonly person: PersonId;
  readonly slot: string;
}

export const signOffSlot = (round: number): string => `sign-off-${round}`;
export const querySlot = (round: number): string => `query-${round}`;

const rowOf = (review: Review) => ({ state: review.state, agreed: agreedRoles(review) });

/** Who must have a card now, because something waits for them. */
export const reviewSlots = (
  framework: Framework,
  review: Review,
  academy: Academy,
  people: readonly Person[],
): ReviewSlot[] => {
  const round = roundOf(review);
  if (review.state === 'awaitingSignOff')
    return people
      .filter((person) => waitsFor(framework, rowOf(review), person, academy))
      .map(({ id }) => ({ person: id, slot: signOffSlot(round) }));
  if (review.state === 'queried') return [{ person: review.sentBy, slot: querySlot(round) }];
  return [];
};

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
    open: 'is being judged',
    awaitingSignOff: `is waiting for ${purposeOf(framework)}`,
    queried: 'has been queried',
    signedOff: signs ? 'is signed off' : 'is agreed',
  } satisfies Record<Review['state'], string>;
  return `The ${what} ${states[review.state]}`;
};

const lastOf = (review: Review, type: 'sentForSignOff' | 'queried' | 'signedOff' | 'reopened') =>
  [...review.history].reverse().find((event) => event.type === type);

const statusOf = (input: ReviewCardInput, ask: ReviewCard['ask']): string[] => {
  const { review, framework, nameOf, slot } = input;
  const told = (what: string, event: { by: PersonId; at: string } | undefined): string[] =>
    event ? [`${what} by ${nameOf(event.by)} on ${formatInstant(event.at)}`] : [];
  const decides = maySettle(framework, input.viewer, input.academy);
  const signs = signsOff(framework);
  const agreed = 'agreed' in review ? review.agreed.flatMap((one) => told('Agreed', one)) : [];
  const earlier = slot !== undefined && slot !== signOffSlot(roundOf(review)) && ask === undefined && decides;
  const lines = {
    open: [...told('Reopened', lastOf(review, 'reopened'))],
    awaitingSignOff: [
      ...told(`Sent for ${purposeOf(framework)}`, lastOf(review, 'sentForSignOff')),
      ...agreed,
      ...(earlier ? ['It has been sent again since this card. The newer card has what is asked now.'] : []),
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
  const { groups, intervention } = summarise(framework, levels);
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
    groups,
    intervention,
    changes: previous ? changesBetween(framework, previous.levels, levels) : [],
    ...(previous && { comparedWith: periodLabel(previous.ref) }),
    ...commentOf(input),
    why: whyOf(input),
    subPageId: `reviews/${yearInPath(year)}/${period}/${urn}`,
  };
};
