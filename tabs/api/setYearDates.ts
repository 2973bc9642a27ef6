import { yearInPath } from '../../shared/domain/words';
import type { SetYearDates } from '../../shared/schema/administrationCommands';
import { AdministeredCalendar } from '../../shared/schema/administrationViews';
import type { CommandId } from '../../shared/schema/ids';
import type { ApiClient } from './client';

export const setYearDates = (
  api: ApiClient,
  { year, ...said }: Omit<SetYearDates, 'commandId'>,
  commandId: CommandId,
): Promise<AdministeredCalendar> =>
  api.send('PUT', `administration/calendar/${yearInPath(year)}`, { ...said, commandId }, AdministeredCalendar);
