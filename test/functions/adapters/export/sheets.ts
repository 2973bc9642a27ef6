import { exportReview } from '../../../../shared/application/exportReview';
import { matrixSheet } from '../../../../shared/domain/exports/matrixSheet';
import type { MatrixSheet, ReviewSheet } from '../../../../shared/domain/exports/sheet';
import { noFilters } from '../../../../shared/domain/filterMatrix';
import { autumn } from '../../../support/builders/calendar';
import { urn } from '../../../support/builders/ids';
import { matrix } from '../../../support/builders/matrix';
import { dana } from '../../../support/builders/people';
import { signedOffReview } from '../../../support/builders/reviews';
import { createTrust } from '../../../support/builders/trust';

export const smallMatrix: MatrixSheet = matrixSheet(matrix, noFilters, {
  trustName: 'Test Trust',
  by: dana,
  at: '2026-11-20T16:05:00Z',
});

/** So many academies by so many areas, of the small one's first. */
export const matrixOf = (academies: number, areas: number): MatrixSheet => {
  const [row] = smallMatrix.rows;
  if (!row) throw new Error('no row');
  const names = Array.from({ length: areas }, (_, n) => `Area number ${n + 1} with a name`);
  const cells = names.flatMap((_, n) => row.cells[n % row.cells.length] ?? []);
  return {
    ...smallMatrix,
    groups: [{ name: 'All', areas: names }],
    rows: Array.from({ length: academies }, (_, n) => ({ ...row, academy: `Academy ${n + 1}`, cells })),
  };
};

export const smallReview = async (rationale = 'Why.'): Promise<ReviewSheet> => {
  const trust = await createTrust({ reviews: [signedOffReview({ rationale })] });
  const result = await exportReview(trust)(dana.id, { urn: urn.alder, ...autumn });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
