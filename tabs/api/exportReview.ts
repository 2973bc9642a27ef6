import type { ExportFormat } from '../../shared/schema/exporting';
import type { ReviewKey } from '../../shared/schema/review';
import { reviewPath } from './addresses';
import type { ApiClient } from './client';
import type { TakenFile } from './takenFile';

/** One academy's review as a file. */
export const exportReview = (api: ApiClient, key: ReviewKey, format: ExportFormat): Promise<TakenFile> =>
  api.take(`${reviewPath(key)}/export/${format}`);
