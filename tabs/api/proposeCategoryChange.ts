import type { ProposeCategoryChange } from '../../shared/schema/commands';
import type { ChangeId, CommandId } from '../../shared/schema/ids';
import { CategoryChangeView } from '../../shared/schema/changeViews';
import { changeAddress } from './addresses';
import type { ApiClient } from './client';
import type { Said } from './said';

export const proposeCategoryChange = (
  api: ApiClient,
  id: ChangeId,
  said: Said<typeof ProposeCategoryChange, 'id'>,
  commandId: CommandId,
): Promise<CategoryChangeView> => api.send('PUT', changeAddress(id), { ...said, commandId }, CategoryChangeView);
