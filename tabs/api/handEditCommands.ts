import type { PutBackHandEdit } from '../../shared/schema/commands';
import { PutBack, type HandEditKey } from '../../shared/schema/handEditViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

export const handEditAddress = ({ list, item }: HandEditKey): string => `administration/hand-edits/${list}/${item}`;

export const putBackHandEdit = (
  api: ApiClient,
  { seen, ...key }: Omit<PutBackHandEdit, 'commandId'>,
  commandId: CommandId,
): Promise<PutBack> => api.send('POST', `${handEditAddress(key)}/put-back`, { seen, commandId }, PutBack);
