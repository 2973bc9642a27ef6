import { createDeliveryMemory, deliveryOver } from '../support/fakeDelivery';
import { describeDelivery } from './delivery';

describeDelivery('The fake records of sending', async () => deliveryOver(createDeliveryMemory()));
