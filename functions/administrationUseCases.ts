import { addAcademy } from '../shared/application/addAcademy';
import { addPerson } from '../shared/application/addPerson';
import { amendAcademy } from '../shared/application/amendAcademy';
import { amendPerson } from '../shared/application/amendPerson';
import { chooseFramework } from '../shared/application/chooseFramework';
import { handOver } from '../shared/application/handOver';
import { putBackHandEdit } from '../shared/application/putBackHandEdit';
import { readAcademies } from '../shared/application/readAcademies';
import { readAdministration } from '../shared/application/readAdministration';
import { readCalendar } from '../shared/application/readCalendar';
import { readHandEdit } from '../shared/application/readHandEdit';
import { readModelChange } from '../shared/application/readModelChange';
import { readOpening } from '../shared/application/readOpening';
import { readPeople } from '../shared/application/readPeople';
import { setYearDates } from '../shared/application/setYearDates';
import type { Deps } from '../shared/application/deps';

/** What administrators look after, with its dependencies bound; opening a period is others' to do as well. */
export const bindAdministration = (deps: Omit<Deps, 'chat' | 'installer'>) => ({
  readAdministration: readAdministration(deps),
  readHandEdit: readHandEdit(deps),
  putBackHandEdit: putBackHandEdit(deps),
  handOver: handOver(deps),
  readModelChange: readModelChange(deps),
  chooseFramework: chooseFramework(deps),
  readAcademies: readAcademies(deps),
  addAcademy: addAcademy(deps),
  amendAcademy: amendAcademy(deps),
  readPeople: readPeople(deps),
  addPerson: addPerson(deps),
  amendPerson: amendPerson(deps),
  readCalendar: readCalendar(deps),
  setYearDates: setYearDates(deps),
  readOpening: readOpening(deps),
});
