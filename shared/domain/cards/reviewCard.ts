import type { Framework } from '../../schema/framework';
import type { AreaCode, LevelCode, PersonId } from '../../schema/ids';
import type { Academy, Person } from '../../schema/people';
import type { ReviewCard } from '../../schema/card';
import type { Review } from '../../schema/review';
import type { TermRef } from '../../schema/views';
import { may } from '../policy';
import { levelsOf, roundOf } from '../review';
import { formatInstant, termLabel, termName, yearInPath } from '../words';
import { changesBetween, summarise } from './marks';

/** A place among the cards of a review: the sending that it belongs to, and what it was sent for. */
export interface ReviewSlot {
  readonly person: PersonId;
  readonly slot: string;
}

export const signOffSlot = (round: number): string => `sign-off-${round}`;
export const querySlot = (round: number): string => `query-${round}`;

/** Who must have a card now, because something waits for them. */
export const reviewSlots = (review: Review, academy: Academy, people: readonly Person[]): ReviewSlot[] => {
  const round = roundOf(review);
  if (review.state === 'awaitingSignOff')
    return people
      .filter((person) => may(person, 'decideSignOff', { academy }))
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
  readonly previous?: { readonly ref: TermRef; readonly levels: Partial<Record<AreaCode, LevelCode>> };
  readonly nameOf: (id: PersonId) => string;
}

const askOf = ({ review, academy, viewer, slot }: ReviewCardInput): ReviewCard['ask'] => {
  const round = roundOf(review);
  const current = (own: string): boolean => slot === undefined || slot === own;
  if (review.state === 'awaitingSignOff' && current(signOffSlot(round)) && may(viewer, 'decideSignOff', { academy }))
    return 'signOff';
  if (review.state === 'queried' && current(querySlot(round)) && may(viewer, 'sendForSignOff', { academy }))
    return 'answerQuery';
  return undefined;
};

const headlineOf = ({ review, academy }: ReviewCardInput, ask: ReviewCard['ask']): string => {
  const term = termName(review.term).toLowerCase();
  if (ask === 'signOff') return `Please sign off the ${term} review of ${academy.name}`;
  if (ask === 'answerQuery') return `The ${term} review of ${academy.name} has been queried`;
  const states = {
    open: 'is being judged',
    awaitingSignOff: 'is waiting for sign-off',
    queried: 'has been queried',
    signedOff: 'is signed off',
  } satisfies Record<Review['state'], string>;
  return `The ${term} review of ${academy.name} ${states[review.state]}`;
};

const lastOf = (review: Review, type: 'sentForSignOff' | 'queried' | 'signedOff' | 'reopened') =>
  [...review.history].reverse().find((event) => event.type === type);

const statusOf = (input: ReviewCardInput, ask: ReviewCard['ask']): string[] => {
  const { review, nameOf, slot } = input;
  const told = (what: string, event: { by: PersonId; at: string } | undefined): string[] =>
    event ? [`${what} by ${nameOf(event.by)} on ${formatInstant(event.at)}`] : [];
  const decides = may(input.viewer, 'decideSignOff', { academy: input.academy });
  const earlier = slot !== undefined && ask === undefined && decides;
  const lines = {
    open: [...told('Reopened', lastOf(review, 'reopened'))],
    awaitingSignOff: [
      ...told('Sent for sign-off', lastOf(review, 'sentForSignOff')),
      ...(earlier ? ['It has been sent again since this card. The newer card has what is asked now.'] : []),
    ],
    queried: told('Queried', lastOf(review, 'queried')),
    signedOff: [...told('Signed off', lastOf(review, 'signedOff')), 'The review is locked.'],
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

const whyOf = ({ review, viewer, academy }: ReviewCardInput): string => {
  if (may(viewer, 'decideSignOff', { academy }))
    return `You receive this because you are the head teacher of ${academy.name}.`;
  return review.history.some((event) => event.type === 'sentForSignOff' && event.by === viewer.id)
    ? 'You receive this because you sent this review for sign-off.'
    : `You receive this because you may read the reviews of ${academy.name}.`;
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
  const { urn, year, term } = review;
  return {
    card: 'review',
    key: { urn, year, term },
    academyName: academy.name,
    term: { year, term },
    round: roundOf(review),
    ...(ask && { ask }),
    headline: headlineOf(input, ask),
    status: statusOf(input, ask),
    groups,
    intervention,
    changes: previous ? changesBetween(framework, previous.levels, levels) : [],
    ...(previous && { comparedWith: termLabel(previous.ref) }),
    ...commentOf(input),
    why: whyOf(input),
    subPageId: `reviews/${yearInPath(year)}/${term}/${urn}`,
  };
};
