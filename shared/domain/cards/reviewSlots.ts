import type { Framework } from '../../schema/framework';
import type { PersonId } from '../../schema/ids';
import type { Academy, Person } from '../../schema/people';
import type { Review } from '../../schema/review';
import { agreedRoles, maySettle, ratesInTurn, waitsFor } from '../judging';
import { roundOf } from '../review';
import { isNews } from './news';

/** A place among the cards of a review: the sending that it belongs to, and what it was sent for. */
export interface ReviewSlot {
  readonly person: PersonId;
  readonly slot: string;
}

export const signOffSlot = (round: number): string => `sign-off-${round}`;
export const querySlot = (round: number): string => `query-${round}`;
export const openedSlot = 'opened';
export const signedOffSlot = (round: number): string => `signed-off-${round}`;
export const reopenedSlot = (round: number): string => `reopened-${round}`;

export const rowOf = (review: Review) => ({ state: review.state, agreed: agreedRoles(review) });

/** The latest event of a kind. */
export const lastOf = (review: Review, type: 'opened' | 'sentForSignOff' | 'queried' | 'signedOff' | 'reopened') =>
  [...review.history].reverse().find((event) => event.type === type);

/** Whoever judges areas of this academy in turn. */
export const judges = (framework: Framework, person: Person, academy: Academy): boolean =>
  framework.areas.some(({ group }) => ratesInTurn(framework, person, { academy, group }));

/** Whom it concerns that a record was opened: whoever judges it, and who leads the academy. */
const concernedByOpening = (framework: Framework, academy: Academy, people: readonly Person[]): readonly Person[] =>
  people.filter(
    (person) =>
      judges(framework, person, academy) ||
      person.roles.some((held) => held.role === 'headTeacher' && held.academy === academy.urn),
  );

interface News {
  readonly to: readonly PersonId[];
  readonly slot: string;
}

/** What happened last, where somebody should hear of it though nothing is asked of them. */
const newsOf = (
  framework: Framework,
  review: Review,
  academy: Academy,
  people: readonly Person[],
): News | undefined => {
  const last = review.history[review.history.length - 1];
  const sent = lastOf(review, 'sentForSignOff');
  if (review.state === 'signedOff') return sent && { to: [sent.by], slot: signedOffSlot(roundOf(review)) };
  if (review.state !== 'open') return undefined;
  if (last?.type === 'reopened')
    return {
      to: people.filter((person) => maySettle(framework, person, academy)).map(({ id }) => id),
      slot: reopenedSlot(roundOf(review)),
    };
  return sent
    ? undefined
    : { to: concernedByOpening(framework, academy, people).map(({ id }) => id), slot: openedSlot };
};

const newsSlots = (
  framework: Framework,
  review: Review,
  academy: Academy,
  { people, now }: { readonly people: readonly Person[]; readonly now: string },
): ReviewSlot[] => {
  const news = newsOf(framework, review, academy, people);
  const happened = news?.slot === openedSlot ? review.history[0] : review.history[review.history.length - 1];
  if (!news || !happened || !isNews(happened.at, now)) return [];
  return news.to.filter((id) => id !== happened.by).map((person) => ({ person, slot: news.slot }));
};

/** Who must have a card now: whoever something waits for, and whoever should hear of what has just happened. */
export const reviewSlots = (
  framework: Framework,
  review: Review,
  academy: Academy,
  { people, now }: { readonly people: readonly Person[]; readonly now: string },
): ReviewSlot[] => {
  const round = roundOf(review);
  if (review.state === 'awaitingSignOff')
    return people
      .filter((person) => waitsFor(framework, rowOf(review), person, academy))
      .map(({ id }) => ({ person: id, slot: signOffSlot(round) }));
  if (review.state === 'queried') return [{ person: review.sentBy, slot: querySlot(round) }];
  return newsSlots(framework, review, academy, { people, now });
};
