import { useAdministration } from '../../api/readAdministration';
import { Loaded } from '../../components/Loaded';
import { useSurfaces } from '../../components/surfaces';
import { AdministrationFrame } from './AdministrationFrame';
import { Deliveries } from './Deliveries';
import { DeliverySettings } from './DeliverySettings';

/** `/administration/messages`: how the messages to people fare, and when they go out. */
export const MessagesPage = () => {
  const surfaces = useSurfaces();
  return (
    <AdministrationFrame title="Messages in chat">
      <div className={surfaces.stack}>
        <Deliveries />
        <Loaded query={useAdministration()} waiting="Loading the settings">
          {({ delivery }) => <DeliverySettings settings={delivery} />}
        </Loaded>
      </div>
    </AdministrationFrame>
  );
};
