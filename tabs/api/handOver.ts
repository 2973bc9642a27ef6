import type { HandOver } from '../../shared/schema/commands';
import type { CommandId } from '../../shared/schema/ids';
import { HandedOver } from '../../shared/schema/views';
import type { ApiClient } from './client';

export const handOver = (
  api: ApiClient,
  { from, to }: Omit<HandOver, 'commandId'>,
  commandId: CommandId,
): Promise<HandedOver> => api.send('POST', `administration/people/${from}/hand-over`, { to, commandId }, HandedOver);
