import { useParams } from 'react-router';
import { AreaCode, Urn } from '../../../shared/schema/ids';
import { useMatrix } from '../../api/reading';
import { NotHere } from '../../app/NotHere';
import { termFromPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import type { TermRef } from '../../../shared/schema/views';
import { MatrixView } from './MatrixView';

const TermMatrix = ({ term, urn, area }: { term: TermRef; urn: Urn | undefined; area: AreaCode | undefined }) => (
  <Loaded query={useMatrix(term)} waiting="Loading the matrix">
    {(matrix) => <MatrixView matrix={matrix} open={urn && area ? { urn, area } : undefined} />}
  </Loaded>
);

/** `/matrix/2026-27/autumn`, with `/100001/attendance` behind it the detail of one cell. */
export const MatrixPage = () => {
  const params = useParams();
  const term = termFromPath(params['year'], params['term']);
  if (!term) return <NotHere />;
  return (
    <TermMatrix term={term} urn={Urn.safeParse(params['urn']).data} area={AreaCode.safeParse(params['area']).data} />
  );
};
