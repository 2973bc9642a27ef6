import type { AddPerson } from '../../shared/schema/administrationCommands';
import { AdministeredPerson } from '../../shared/schema/administrationViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

export const addPerson = (
  api: ApiClient,
  { person, facts }: Omit<AddPerson, 'commandId'>,
  commandId: CommandId,
): Promise<AdministeredPerson> =>
  api.send('PUT', `administration/people/${person}`, { facts, commandId }, AdministeredPerson);
