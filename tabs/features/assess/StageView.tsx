import { filterMatrix } from '../../../shared/domain/filterMatrix';
import { settledByWords } from '../../../shared/domain/matrixWords';
import { formatInstant, periodLabel, periodShort } from '../../../shared/domain/words';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { Legend } from '../../components/Legend';
import { PageHeading } from '../../components/PageHeading';
import { useSurfaces } from '../../components/surfaces';
import { isFiltered, onWords, rankingWords, shownWords } from './filterChoices';
import { useMatrixFilters } from './useMatrixFilters';
import { MatrixBody } from './MatrixBody';
import { MatrixCounts } from './MatrixCounts';

const nothingOpens = (): void => undefined;

const aboutStage = (matrix: Matrix): string =>
  [periodLabel(matrix), matrix.frameworkName, settledByWords(matrix), `as at ${formatInstant(matrix.asAt)}`].join(
    ' · ',
  );

/**
 * The matrix for everybody in the meeting: settled levels, and nothing that leads anywhere. Filtered as whoever shares
 * it has filtered it, for everybody alike.
 */
export const StageView = ({ matrix }: { matrix: Matrix }) => {
  const surfaces = useSurfaces();
  const filters = useMatrixFilters();
  const shown = filterMatrix(matrix, filters);
  const ranking = rankingWords(filters.order, matrix.categoryWord);
  return (
    <>
      <PageHeading title="Academy Risk Assessment Matrix" about={aboutStage(matrix)} />
      <MatrixCounts matrix={matrix} />
      <div className={surfaces.tight}>
        {isFiltered(filters) && (
          <p className={surfaces.quiet}>
            {shownWords(matrix, shown)} · {onWords(matrix, filters)}
          </p>
        )}
        {ranking && <p className={surfaces.quiet}>{ranking}</p>}
        <MatrixBody matrix={matrix} shown={shown} open={undefined} onStage onOpen={nothingOpens} />
        <div className={surfaces.apart}>
          <Legend scales={matrix.scales} since={matrix.previous && periodShort(matrix.previous)} counted />
          <p className={surfaces.quiet}>Shown alike to everybody in the meeting: settled judgements only.</p>
        </div>
      </div>
    </>
  );
};
