import * as z from 'zod/mini';
import { MatrixQuery } from './matrixFilters';
import { ReviewKey } from './review';
import { PeriodRef } from './views';

export const ExportFormat = z.enum(['excel', 'pdf']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** A matrix to take away, filtered and ordered as it is on the screen. */
export const ExportMatrix = z.object({ ...PeriodRef.shape, ...MatrixQuery.shape, format: ExportFormat });
export type ExportMatrix = z.infer<typeof ExportMatrix>;

/** One academy's review to take away. */
export const ExportReview = z.object({ ...ReviewKey.shape, format: ExportFormat });
export type ExportReview = z.infer<typeof ExportReview>;
