import type { RemoveHistoric } from '../../shared/schema/commands';
import { AcademyView } from '../../shared/schema/academyViews';
import type { CommandId, Urn } from '../../shared/schema/ids';
import { academyAddress } from './addresses';
import type { ApiClient } from './client';

export const removeHistoric = (
  api: ApiClient,
  urn: Urn,
  said: Omit<RemoveHistoric, 'commandId' | 'urn'>,
  commandId: CommandId,
): Promise<AcademyView> =>
  api.send('POST', `${academyAddress(urn)}/historic/remove`, { ...said, commandId }, AcademyView);
