import type { HistoricColumn } from '../../../shared/schema/framework';
import type { MatrixRow } from '../../../shared/schema/matrixViews';
import { useSurfaces } from '../../components/surfaces';
import { historicFacts } from '../../../shared/domain/historicColumns';

interface HistoricFactsProps {
  readonly historic: readonly HistoricColumn[];
  readonly row: Pick<MatrixRow, 'historic'>;
}

/** What Ofsted and the academy itself said last, where there is no room for columns. */
export const HistoricFacts = ({ historic, row }: HistoricFactsProps) => {
  const surfaces = useSurfaces();
  return historicFacts(historic, row).map((fact) => (
    <div key={fact} className={surfaces.quiet}>
      {fact}
    </div>
  ));
};
