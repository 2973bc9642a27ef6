import { AreaCode, Urn } from '../../../shared/schema/ids';
import type { PeriodRef } from '../../../shared/schema/views';
import { matrixQuery, useMatrix } from '../../api/readMatrix';
import type { Beginning } from '../../app/beginning';
import { NotHere } from '../../app/NotHere';
import { usePath } from '../../app/routing';
import { periodFromPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import { prepareBody } from './MatrixBody';
import { MatrixView } from './MatrixView';

interface PeriodMatrixProps {
  readonly period: PeriodRef;
  readonly urn: Urn | undefined;
  readonly area: AreaCode | undefined;
}

const PeriodMatrix = ({ period, urn, area }: PeriodMatrixProps) => (
  <Loaded query={useMatrix(period)} waiting="Loading the matrix">
    {(matrix) => <MatrixView matrix={matrix} open={urn && area ? { urn, area } : undefined} />}
  </Loaded>
);

/** What an address names: `/matrix/2026-27/autumn`, with `/100001/attendance` behind it the detail of one cell. */
const placeIn = (path: string) => {
  const [year, season, urn, area] = path.split('/').slice(2);
  return {
    period: periodFromPath(year, season),
    urn: Urn.safeParse(urn).data,
    area: AreaCode.safeParse(area).data,
  };
};

/** Asks for the matrix that an address names before the page is drawn; what fails is said when it is. */
export const prepareMatrix = (path: string, { api, queries }: Beginning): void => {
  const { period } = placeIn(path);
  if (period) void queries.prefetchQuery(matrixQuery(api, period));
  prepareBody();
};

/** The matrix of a period. */
export const MatrixPage = () => {
  const { period, urn, area } = placeIn(usePath());
  return period ? <PeriodMatrix period={period} urn={urn} area={area} /> : <NotHere />;
};
