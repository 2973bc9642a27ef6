import type { RecordInspection, RecordSelfEvaluation, RemoveHistoric } from '../../shared/schema/commands';
import { AcademyView } from '../../shared/schema/academyViews';
import type { CommandId, Urn } from '../../shared/schema/ids';
import type { ApiClient } from './client';

type Said<C> = Omit<C, 'commandId' | 'urn'>;

export const academyAddress = (urn: Urn): string => `academies/${urn}`;

export const recordInspection = (
  api: ApiClient,
  urn: Urn,
  said: Said<RecordInspection>,
  commandId: CommandId,
): Promise<AcademyView> => api.send('POST', `${academyAddress(urn)}/inspections`, { ...said, commandId }, AcademyView);

export const recordSelfEvaluation = (
  api: ApiClient,
  urn: Urn,
  said: Said<RecordSelfEvaluation>,
  commandId: CommandId,
): Promise<AcademyView> =>
  api.send('POST', `${academyAddress(urn)}/self-evaluations`, { ...said, commandId }, AcademyView);

export const removeHistoric = (
  api: ApiClient,
  urn: Urn,
  said: Said<RemoveHistoric>,
  commandId: CommandId,
): Promise<AcademyView> =>
  api.send('POST', `${academyAddress(urn)}/historic/remove`, { ...said, commandId }, AcademyView);
