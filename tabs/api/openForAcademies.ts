import type { OpenReviews } from '../../shared/schema/commands';
import type { CommandId } from '../../shared/schema/ids';
import { OpenedReviews } from '../../shared/schema/reviewViews';
import { periodPath } from './addresses';
import type { ApiClient } from './client';

/** Opens a period for the academies that are named, and for no other. */
export const openForAcademies = (
  api: ApiClient,
  { academies, ...period }: Pick<OpenReviews, 'year' | 'period'> & Required<Pick<OpenReviews, 'academies'>>,
  commandId: CommandId,
): Promise<OpenedReviews> =>
  api.send('POST', `reviews/${periodPath(period)}/open`, { academies, commandId }, OpenedReviews);
