import type { CommandId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import { ReviewView } from '../../shared/schema/reviewViews';
import { reviewPath } from './addresses';
import type { ApiClient } from './client';

export const sendForSignOff = (api: ApiClient, key: ReviewKey, commandId: CommandId): Promise<ReviewView> =>
  api.send('POST', `${reviewPath(key)}/send`, { commandId }, ReviewView);
