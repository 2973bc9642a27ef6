import { useParams } from 'wouter';
import { asProblem } from '../../api/problem';
import { useStageMatrix } from '../../api/readStageMatrix';
import type { PeriodRef } from '../../../shared/schema/views';
import { NotHere } from '../../app/NotHere';
import { periodFromPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import { NotForYou } from './NotForYou';
import { StageView } from './StageView';

const Stage = ({ period }: { period: PeriodRef }) => {
  const query = useStageMatrix(period);
  if (query.error && asProblem(query.error).code === 'notAllowed') return <NotForYou />;
  return (
    <Loaded query={query} waiting="Loading the matrix">
      {(matrix) => <StageView matrix={matrix} />}
    </Loaded>
  );
};

/** `/stage/2026-27/autumn`: what a meeting looks at together. */
export const StagePage = () => {
  const params = useParams();
  const period = periodFromPath(params['year'], params['period']);
  return period ? <Stage period={period} /> : <NotHere />;
};
