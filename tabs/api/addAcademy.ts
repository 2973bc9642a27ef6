import type { AddAcademy } from '../../shared/schema/administrationCommands';
import { AdministeredAcademy } from '../../shared/schema/administrationViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

export const addAcademy = (
  api: ApiClient,
  { urn, facts }: Omit<AddAcademy, 'commandId'>,
  commandId: CommandId,
): Promise<AdministeredAcademy> =>
  api.send('PUT', `administration/academies/${urn}`, { facts, commandId }, AdministeredAcademy);
