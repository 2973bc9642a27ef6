import type { RecordKpis } from '../../shared/schema/commands';
import type { AreaCode, CommandId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';
import { ReviewView } from '../../shared/schema/reviewViews';
import { reviewPath } from './addresses';
import type { ApiClient } from './client';
import type { Said } from './said';

export const recordKpis = (
  api: ApiClient,
  key: ReviewKey,
  area: AreaCode,
  said: Said<typeof RecordKpis, 'urn' | 'year' | 'period' | 'area'>,
  commandId: CommandId,
): Promise<ReviewView> => api.send('PUT', `${reviewPath(key)}/areas/${area}/kpis`, { ...said, commandId }, ReviewView);
