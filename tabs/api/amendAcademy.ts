import type { AmendAcademy } from '../../shared/schema/administrationCommands';
import { AdministeredAcademy } from '../../shared/schema/administrationViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

export const amendAcademy = (
  api: ApiClient,
  { urn, ...said }: Omit<AmendAcademy, 'commandId'>,
  commandId: CommandId,
): Promise<AdministeredAcademy> =>
  api.send('POST', `administration/academies/${urn}`, { ...said, commandId }, AdministeredAcademy);
