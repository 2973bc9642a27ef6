import type { RecordSelfEvaluation } from '../../shared/schema/commands';
import { AcademyView } from '../../shared/schema/academyViews';
import type { CommandId, Urn } from '../../shared/schema/ids';
import { academyAddress } from './addresses';
import type { ApiClient } from './client';

export const recordSelfEvaluation = (
  api: ApiClient,
  urn: Urn,
  said: Omit<RecordSelfEvaluation, 'commandId' | 'urn'>,
  commandId: CommandId,
): Promise<AcademyView> =>
  api.send('POST', `${academyAddress(urn)}/self-evaluations`, { ...said, commandId }, AcademyView);
