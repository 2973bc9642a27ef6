import { z } from 'zod';
import type { Person } from '../../shared/schema/people';
import { keyOfReview } from '../../shared/domain/keys';
import { atApprove } from '../support/builders/changes';
import { awaitingReview } from '../support/builders/reviews';
import { pressed } from './teams';
import type { startBot } from './trust';

type Running = Awaited<ReturnType<typeof startBot>>;

const Answer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

export const review = awaitingReview();
export const onReview = { urn: review.urn, year: review.year, period: review.period, round: 1 };
export const change = atApprove();
export const onChange = { id: change.id, round: 1 };

/** Presses a button as Teams sends it, and answers the card that comes back. */
export const press = async ({ from }: Running, person: Person, verb: string, data: Record<string, unknown>) => {
  const response = await from(person, pressed({ verb, data: { verb, ...data } }));
  expect(response).toMatchObject({ status: 200 });
  return Answer.parse(response.body);
};

/** The same, where the answer must be a card: that card. */
export const cardOf = async (...asked: Parameters<typeof press>): Promise<unknown> => {
  const answer = await press(...asked);
  expect(answer).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
  return answer.value;
};

export const reviewIn = async ({ store }: Running) => {
  const loaded = await store.load('reviews', keyOfReview(review));
  if (loaded.status !== 'found') throw new Error('The review is not there.');
  return loaded.document;
};
export const changeIn = async ({ store }: Running) => {
  const loaded = await store.load('categoryChanges', change.id);
  if (loaded.status !== 'found') throw new Error('The change is not there.');
  return loaded.document;
};
