import { aggregates } from '../../../functions/adapters/aggregates';
import { buildMatrix, type MatrixInput } from '../../../shared/domain/matrix';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { AreaCode } from '../../../shared/schema/ids';
import type { Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import type { Matrix, MatrixCell } from '../../../shared/schema/matrixViews';
import { autumn, now, periods, settings } from './calendar';
import { smallFramework } from './framework';
import { urn } from './ids';
import { academies, cora } from './people';

interface Given {
  readonly reader?: Person;
  readonly reviews?: readonly Review[];
  readonly changes?: readonly CategoryChange[];
  readonly input?: Partial<MatrixInput>;
}
/** The matrix of the small framework's autumn term, as this person reads it on 20 November 2026. */
export const matrix = ({ reader = cora, reviews = [], changes = [], input = {} }: Given = {}): Matrix =>
  buildMatrix({
    ...autumn,
    framework: smallFramework,
    settings,
    frameworks: [smallFramework],
    periods,
    academies,
    reviews: reviews.map((review) => aggregates.reviews.rowOf(review)),
    changes: changes.map((change) => aggregates.categoryChanges.rowOf(change)),
    reader,
    today: '2026-11-20',
    asAt: now,
    ...input,
  });

export const rowOf = (made: Matrix, of: string = urn.alder) => {
  const row = made.rows.find((each) => each.urn === of);
  if (!row) throw new Error(`There is no row for ${of}.`);
  return row;
};
export const cell = (made: Matrix, code: AreaCode, of: string = urn.alder): MatrixCell | undefined =>
  rowOf(made, of).cells[code];
