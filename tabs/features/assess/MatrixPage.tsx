import { useParams } from 'wouter';
import { AreaCode, Urn } from '../../../shared/schema/ids';
import { useMatrix } from '../../api/readMatrix';
import { NotHere } from '../../app/NotHere';
import { periodFromPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import type { PeriodRef } from '../../../shared/schema/views';
import { MatrixView } from './MatrixView';

const PeriodMatrix = ({
  period,
  urn,
  area,
}: {
  period: PeriodRef;
  urn: Urn | undefined;
  area: AreaCode | undefined;
}) => (
  <Loaded query={useMatrix(period)} waiting="Loading the matrix">
    {(matrix) => <MatrixView matrix={matrix} open={urn && area ? { urn, area } : undefined} />}
  </Loaded>
);

/** `/matrix/2026-27/autumn`, with `/100001/attendance` behind it the detail of one cell. */
export const MatrixPage = () => {
  const params = useParams();
  const period = periodFromPath(params['year'], params['period']);
  if (!period) return <NotHere />;
  return (
    <PeriodMatrix
      period={period}
      urn={Urn.safeParse(params['urn']).data}
      area={AreaCode.safeParse(params['area']).data}
    />
  );
};
