import type { AmendPerson } from '../../shared/schema/administrationCommands';
import { AdministeredPerson } from '../../shared/schema/administrationViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

export const amendPerson = (
  api: ApiClient,
  { person, ...said }: Omit<AmendPerson, 'commandId'>,
  commandId: CommandId,
): Promise<AdministeredPerson> =>
  api.send('POST', `administration/people/${person}`, { ...said, commandId }, AdministeredPerson);
