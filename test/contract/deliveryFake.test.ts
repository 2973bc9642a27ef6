import { createDeliveryMemory, deliveryOver } from '../support/fakeDelivery';
import { keptOver } from '../support/fakeKept';
import { describeDelivery } from './delivery';
import { describeKept } from './keptDelivery';

describeDelivery('The fake records of sending', async () => deliveryOver(createDeliveryMemory()));

describeKept('The fake records of sending', async () => {
  const memory = createDeliveryMemory();
  return { ...deliveryOver(memory), kept: keptOver(memory) };
});
