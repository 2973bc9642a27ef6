import { aggregates } from '../../../functions/adapters/aggregates';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Review } from '../../../shared/schema/review';
import type { CategoryChangeRow, ReviewRow } from '../../../shared/schema/rows';

/** What is read of a record without opening it, as every store makes it. */
export const rowOf = (review: Review): ReviewRow => aggregates.reviews.rowOf(review);
export const rowOfChange = (change: CategoryChange): CategoryChangeRow => aggregates.categoryChanges.rowOf(change);
