import type { RateArea } from '../../shared/schema/commands';
import type { AreaCode, CommandId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import { ReviewView } from '../../shared/schema/reviewViews';
import { reviewPath } from './addresses';
import type { ApiClient } from './client';
import type { Said } from './said';

export const rateArea = (
  api: ApiClient,
  key: ReviewKey,
  area: AreaCode,
  said: Said<typeof RateArea, 'urn' | 'year' | 'period' | 'area'>,
  commandId: CommandId,
): Promise<ReviewView> =>
  api.send('PUT', `${reviewPath(key)}/areas/${area}/judgement`, { ...said, commandId }, ReviewView);
