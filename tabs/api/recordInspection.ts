import type { RecordInspection } from '../../shared/schema/commands';
import { AcademyView } from '../../shared/schema/academyViews';
import type { CommandId, Urn } from '../../shared/schema/ids';
import { academyAddress } from './addresses';
import type { ApiClient } from './client';

export const recordInspection = (
  api: ApiClient,
  urn: Urn,
  said: Omit<RecordInspection, 'commandId' | 'urn'>,
  commandId: CommandId,
): Promise<AcademyView> => api.send('POST', `${academyAddress(urn)}/inspections`, { ...said, commandId }, AcademyView);
