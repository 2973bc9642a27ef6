import type { QueryReview } from '../../shared/schema/commands';
import type { CommandId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import { ReviewView } from '../../shared/schema/reviewViews';
import { reviewPath } from './addresses';
import type { ApiClient } from './client';
import type { Said } from './said';

export const queryReview = (
  api: ApiClient,
  key: ReviewKey,

  said: Said<typeof QueryReview, 'urn' | 'year' | 'period'>,
  commandId: CommandId,
): Promise<ReviewView> => api.send('POST', `${reviewPath(key)}/query`, { ...said, commandId }, ReviewView);
