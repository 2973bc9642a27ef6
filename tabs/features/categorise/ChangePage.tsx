import { useParams } from 'wouter';
import { ChangeId } from '../../../shared/schema/ids';
import { useChange } from '../../api/readCategoryChange';
import { NotHere } from '../../app/NotHere';
import { Loaded } from '../../components/Loaded';
import { ChangeView } from './ChangeView';

const Change = ({ id }: { id: ChangeId }) => (
  <Loaded query={useChange(id)} waiting="Loading the change">
    {(change) => <ChangeView change={change} />}
  </Loaded>
);

/** `/categories/<change>`: one change of category. */
export const ChangePage = () => {
  const id = ChangeId.safeParse(useParams()['id']);
  return id.success ? <Change id={id.data} /> : <NotHere />;
};
