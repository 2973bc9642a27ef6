import type { CommandId } from '../../shared/schema/ids';
import { OpenedReviews } from '../../shared/schema/reviewViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import type { ApiClient } from './client';

export const openReviews = (api: ApiClient, period: PeriodRef, commandId: CommandId): Promise<OpenedReviews> =>
  api.send('POST', `reviews/${periodPath(period)}/open`, { commandId }, OpenedReviews);
