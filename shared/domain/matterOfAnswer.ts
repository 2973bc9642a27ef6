import type { CardAnswer } from '../schema/card';
import type { Matter } from '../schema/matter';
import { keyOfReview } from './keys';

/** What a decision on a card is about. */
export const matterOfAnswer = (answer: CardAnswer): Matter =>
  'id' in answer ? { kind: 'categoryChanges', key: answer.id } : { kind: 'reviews', key: keyOfReview(answer) };
