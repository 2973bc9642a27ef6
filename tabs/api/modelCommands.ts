import { yearInPath } from '../../shared/domain/words';
import type { ChooseFramework } from '../../shared/schema/commands';
import type { CommandId, Year } from '../../shared/schema/ids';
import { ChosenFramework } from '../../shared/schema/modelChangeViews';
import type { ApiClient } from './client';

export const modelAddress = (year: Year): string => `administration/models/${yearInPath(year)}`;

export const chooseFramework = (
  api: ApiClient,
  { year, ...said }: Omit<ChooseFramework, 'commandId'>,
  commandId: CommandId,
): Promise<ChosenFramework> => api.send('POST', modelAddress(year), { ...said, commandId }, ChosenFramework);
