import pack from '../../../shared/frameworks/earnedAutonomy.json';
import { addDays, mondayOf } from '../../../shared/domain/day';
import { inPlay } from '../../../shared/domain/inPlay';
import { firstDayOf } from '../../../shared/domain/periods';
import { Framework } from '../../../shared/schema/framework';
import type { Academy, Person } from '../../../shared/schema/people';
import type { AcademicYear } from '../../../shared/schema/settings';
import { headIn, officeColleagues, usersOf } from '../cast';
import { withPast } from '../inspections';
import type { Sample, SampleHistory, SampleYears } from '../sample';
import { agreedRecords, type Custom } from '../yearly/records';
import { academies, pasts } from './academies';
import { categoryChanges } from './categories';
import { colleagues, people } from './people';
import { phrases } from './phrases';
import { standings } from './standings';

const stored = Framework.parse(pack);
const framework = inPlay(stored);
const everybody = Object.values(people);

const headOf = (academy: Academy): Person => headIn(everybody, academy);

/** Six weeks before the summer holidays. */
const opensOn = ({ terms }: AcademicYear): string => addDays(mondayOf(terms[2]?.endsOn ?? ''), -42);

/** The CEO grades in discussion with the head teacher, who judges what happens in lessons and around them. */
const custom: Custom = {
  framework,
  phrases,
  standings,
  opensOn,
  lead: () => people.ceo,
  judge: (academy, { code }) =>
    ['personalDevelopment', 'earlyYears', 'sixthForm'].includes(code) ? headOf(academy) : people.ceo,
  agree: (academy) => [headOf(academy)],
};

const joined = (academy: Academy, { lastYear }: SampleYears): Academy =>
  academy.joinedOn ? academy : { ...academy, joinedOn: firstDayOf(lastYear.year) };

/** Two years' gradings are agreed, with the categories that the Board confirmed; this year is not opened. */
const history = (years: SampleYears): SampleHistory => {
  const records = [
    ...agreedRecords(custom, academies, years.yearBefore, 0),
    ...agreedRecords(custom, academies, years.lastYear, 1),
  ];
  return {
    academies: academies.map((academy) =>
      withPast(joined(academy, years), pasts[academy.urn], { by: people.administrator, years }),
    ),
    reviews: records,
    categoryChanges: categoryChanges({ framework, years, records, opensOn }),
  };
};

export const earnedAutonomy: Sample = {
  name: framework.name,
  framework: stored,
  people: everybody,
  users: usersOf(everybody, [...officeColleagues, ...colleagues]),
  academies,
  history,
};
