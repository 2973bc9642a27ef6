import { chooseFramework } from '../../../shared/application/chooseFramework';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Review } from '../../../shared/schema/review';
import type { TrustSettings } from '../../../shared/schema/settings';
import { autumn } from '../../support/builders/calendar';
import { thisYear } from '../../support/builders/ids';
import {
  halfTermly,
  mistaken,
  sameAgain,
  secondVersion,
  seenIn,
  toChoose,
  toSecond,
} from '../../support/builders/models';
import { ada, alder } from '../../support/builders/people';
import { createTrust, type Holdings, type TestTrust } from '../../support/builders/trust';

export const holding = (holds: Holdings = {}) =>
  createTrust({ frameworks: [secondVersion, sameAgain, halfTermly, mistaken], ...holds });
export const told = (holds: Holdings = {}, key = toSecond) => seenIn(holds, key);
export const choose = (trust: TestTrust, seen: string, other: Parameters<typeof toChoose>[1] = {}, who = ada) =>
  chooseFramework(trust)(who.id, toChoose(seen, other));

export const settingsIn = async ({ store }: TestTrust): Promise<TrustSettings> => {
  const loaded = await store.load('settings', 'trust');
  if (loaded.status !== 'found' || !('years' in loaded.document)) throw new Error('There are no settings.');
  return loaded.document;
};
export const modelIn = async (trust: TestTrust) =>
  (await settingsIn(trust)).years.find(({ year }) => year === thisYear)?.framework;
export const reviewIn = async ({ store }: TestTrust, academy = alder): Promise<Review> => {
  const loaded = await store.load('reviews', keyOfReview({ urn: academy.urn, ...autumn }));
  if (loaded.status !== 'found') throw new Error('There is no such review.');
  return loaded.document;
};
export const moves = (review: Review) => review.history.filter(({ type }) => type === 'movedToModel').length;
