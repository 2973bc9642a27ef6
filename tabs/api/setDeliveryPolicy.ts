import type { SetDeliveryPolicy } from '../../shared/schema/commands';
import type { CommandId } from '../../shared/schema/ids';
import { DeliverySettings } from '../../shared/schema/views';
import type { ApiClient } from './client';

export const setDeliveryPolicy = (
  api: ApiClient,
  said: Omit<SetDeliveryPolicy, 'commandId'>,
  commandId: CommandId,
): Promise<DeliverySettings> => api.send('PUT', 'administration/delivery', { ...said, commandId }, DeliverySettings);
