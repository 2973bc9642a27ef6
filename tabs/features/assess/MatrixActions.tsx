import { lazy, Suspense } from 'react';
import type { MatrixFilters } from '../../../shared/schema/matrixFilters';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { useApi } from '../../api/ApiProvider';
import { exportMatrix } from '../../api/exportMatrix';
import { goTo } from '../../app/routing';
import { useSession } from '../../app/SessionProvider';
import { PeriodPicker } from '../../components/PeriodPicker';
import { LaterPeriod } from './LaterPeriod';
import { matrixPlace } from './matrixAddress';
import { ShareToStage } from './ShareToStage';

const DownloadMenu = lazy(async () => ({ default: (await import('../../components/DownloadMenu')).DownloadMenu }));

/** What can be done with the whole matrix: fetched after the matrix itself. */
export const MatrixActions = ({ matrix, filters }: { matrix: Matrix; filters: MatrixFilters }) => {
  const { periods, today } = useSession();
  const api = useApi();
  return (
    <>
      <PeriodPicker
        periods={periods}
        today={today}
        shown={matrix}
        onPick={(period) => {
          goTo(matrixPlace(period, filters));
        }}
      />
      <ShareToStage period={matrix} />
      <Suspense>
        <DownloadMenu what="the matrix" take={(format) => exportMatrix(api, matrix, filters, format)} />
      </Suspense>
      <LaterPeriod shown={matrix} />
    </>
  );
};
