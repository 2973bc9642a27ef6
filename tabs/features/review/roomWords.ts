import { recordOf } from '../../../shared/domain/judging';
import type { ReviewView } from '../../../shared/schema/reviewViews';

const figure = new Intl.NumberFormat('en-GB');

/** Told before a record is full, while there is still time to be brief; undefined while there is plenty of room. */
export const roomWords = ({ roomLeft, framework }: Pick<ReviewView, 'roomLeft' | 'framework'>): string | undefined => {
  if (roomLeft === undefined) return undefined;
  const record = recordOf(framework);
  return roomLeft === 0
    ? `This ${record} is full. To save more, first shorten long texts here or in its other areas.`
    : `This ${record} is nearly full: ${figure.format(roomLeft)} characters are left for all its areas together. Please be brief.`;
};
