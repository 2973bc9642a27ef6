import type { ChooseFramework } from '../../shared/schema/commands';
import type { CommandId } from '../../shared/schema/ids';
import { ChosenFramework } from '../../shared/schema/modelChangeViews';
import { modelAddress } from './addresses';
import type { ApiClient } from './client';

export const chooseFramework = (
  api: ApiClient,
  { year, ...said }: Omit<ChooseFramework, 'commandId'>,
  commandId: CommandId,
): Promise<ChosenFramework> => api.send('POST', modelAddress(year), { ...said, commandId }, ChosenFramework);
