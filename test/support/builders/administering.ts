import { factsOfAcademy } from '../../../shared/domain/academyFacts';
import { factsOfPerson } from '../../../shared/domain/personFacts';
import type {
  AddAcademy,
  AddPerson,
  AmendAcademy,
  AmendPerson,
  SetYearDates,
} from '../../../shared/schema/administrationCommands';
import { Urn } from '../../../shared/schema/ids';
import type { YearDates } from '../../../shared/schema/settings';
import { settings } from './calendar';
import { commandId, nextYear, thisYear, urn } from './ids';
import { alder, hazel, personId } from './people';

/** Every administrator's command as somebody sends it who has the present in sight; a test names what is different. */

const id = commandId('sent-now');

export const newUrn = Urn.parse('100099');

export const toAddAcademy = (other: Partial<AddAcademy> = {}): AddAcademy => ({
  commandId: id,
  urn: newUrn,
  facts: { name: 'Damson Academy', phase: 'primary', pupils: 180, joinedOn: '2027-01-04', notApplicable: [] },
  ...other,
});

export const toAmendAcademy = (other: Partial<AmendAcademy> = {}): AmendAcademy => ({
  commandId: id,
  urn: urn.alder,
  basedOn: factsOfAcademy(alder),
  facts: { ...factsOfAcademy(alder), name: 'Alder Primary Academy' },
  ...other,
});

export const newcomer = personId(777);

export const toAddPerson = (other: Partial<AddPerson> = {}): AddPerson => ({
  commandId: id,
  person: newcomer,
  facts: {
    name: 'Nell Newcomer',
    email: 'nell.newcomer@orchard.example',
    jobTitle: 'Head teacher',
    roles: [{ role: 'headTeacher', academy: urn.cedar }],
  },
  ...other,
});

export const toAmendPerson = (other: Partial<AmendPerson> = {}): AmendPerson => ({
  commandId: id,
  person: hazel.id,
  basedOn: factsOfPerson(hazel),
  facts: { ...factsOfPerson(hazel), roles: [...hazel.roles, { role: 'boardMember' }] },
  ...other,
});

/** The dates that a year of the usual calendar has. */
export const datesIn = (year: typeof thisYear): YearDates => {
  const found = settings.years.find((each) => each.year === year);
  if (!found) throw new Error(`The usual calendar has no ${year}.`);
  return { terms: found.terms, closedOn: found.closedOn };
};

export const nextDates: YearDates = {
  terms: [
    { term: 'autumn', startsOn: '2027-09-01', endsOn: '2027-12-17' },
    { term: 'spring', startsOn: '2028-01-04', endsOn: '2028-03-31' },
    { term: 'summer', startsOn: '2028-04-18', endsOn: '2028-07-21' },
  ],
  closedOn: ['2028-05-01'],
};

/** The year after this one, which the calendar does not have yet. */
export const toAddYear = (other: Partial<SetYearDates> = {}): SetYearDates => ({
  commandId: id,
  year: nextYear,
  basedOn: null,
  dates: nextDates,
  ...other,
});

/** The summer term of this year ends two days later. */
export const toMoveDates = (other: Partial<SetYearDates> = {}): SetYearDates => {
  const present = datesIn(thisYear);
  const terms = present.terms.map((term) => (term.term === 'summer' ? { ...term, endsOn: '2027-07-23' } : term));
  return { commandId: id, year: thisYear, basedOn: present, dates: { ...present, terms }, ...other };
};
