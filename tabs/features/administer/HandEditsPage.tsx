import { useAdministration } from '../../api/readAdministration';
import { Loaded } from '../../components/Loaded';
import { AdministrationFrame } from './AdministrationFrame';
import { HandEdits } from './HandEdits';

/** `/administration/hand-edits`: items of the lists that somebody changed outside Assured. */
export const HandEditsPage = () => (
  <AdministrationFrame title="Changed outside Assured">
    <Loaded query={useAdministration()} waiting="Loading the items">
      {({ handEdits }) => <HandEdits edits={handEdits} />}
    </Loaded>
  </AdministrationFrame>
);
