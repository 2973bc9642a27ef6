import { useAdministration } from '../../api/readAdministration';
import { Loaded } from '../../components/Loaded';
import { AdministrationFrame } from './AdministrationFrame';
import { TrustModels } from './TrustModels';

/** `/administration/models`: which version of the trust's model each year uses. */
export const ModelsPage = () => (
  <AdministrationFrame title="The trust’s model">
    <Loaded query={useAdministration()} waiting="Loading the models">
      {({ model }) => <TrustModels model={model} />}
    </Loaded>
  </AdministrationFrame>
);
