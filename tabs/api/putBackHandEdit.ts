import type { PutBackHandEdit } from '../../shared/schema/commands';
import { PutBack } from '../../shared/schema/handEditViews';
import type { CommandId } from '../../shared/schema/ids';
import { handEditAddress } from './addresses';
import type { ApiClient } from './client';

export const putBackHandEdit = (
  api: ApiClient,
  { seen, ...key }: Omit<PutBackHandEdit, 'commandId'>,
  commandId: CommandId,
): Promise<PutBack> => api.send('POST', `${handEditAddress(key)}/put-back`, { seen, commandId }, PutBack);
