import pack from '../../../shared/frameworks/growingAsOne.json';
import { addDays, mondayOf } from '../../../shared/domain/day';
import { inPlay } from '../../../shared/domain/inPlay';
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

/** The second Monday of the autumn term. */
const opensOn = ({ terms }: AcademicYear): string => addDays(mondayOf(terms[0]?.startsOn ?? ''), 7);

/** The head teacher judges what happens in lessons, the CEO how the academy is led, the director the rest. */
const custom: Custom = {
  framework,
  phrases,
  standings,
  opensOn,
  lead: () => people.director,
  judge: (academy, { code }) => {
    if (code === 'leadershipAndGovernance') return people.ceo;
    return ['curriculumAndTeaching', 'personalDevelopment'].includes(code) ? headOf(academy) : people.director;
  },
  agree: (academy) => [headOf(academy), people.ceo],
};

/** Two years' risk assessments are agreed, with the categories that follow; this year has not been opened. */
const history = (years: SampleYears): SampleHistory => {
  const reviews = [
    ...agreedRecords(custom, academies, years.yearBefore, 0),
    ...agreedRecords(custom, academies, years.lastYear, 1),
  ];
  return {
    academies: academies.map((academy) => withPast(academy, pasts[academy.urn], { by: people.administrator, years })),
    reviews,
    categoryChanges: categoryChanges({ framework, years, records: reviews, opensOn }),
  };
};

export const growingAsOne: Sample = {
  name: framework.name,
  framework: stored,
  people: everybody,
  users: usersOf(everybody, [...officeColleagues, ...colleagues]),
  academies,
  history,
};
