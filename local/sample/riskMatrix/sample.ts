import pack from '../../../shared/frameworks/riskMatrix.json';
import { addDays, mondayOf } from '../../../shared/domain/day';
import { inPlay } from '../../../shared/domain/inPlay';
import { Framework } from '../../../shared/schema/framework';
import type { Academy, Person } from '../../../shared/schema/people';
import type { AcademicYear } from '../../../shared/schema/settings';
import { headIn, officeColleagues, usersOf } from '../cast';
import { withPast, type Past } from '../inspections';
import type { Sample, SampleHistory, SampleYears } from '../sample';
import { agreedRecords, type Custom } from '../yearly/records';
import { academies, inspections, selfEvaluations } from './academies';
import { categoryChanges } from './categories';
import { colleagues, people } from './people';
import { phrases } from './phrases';
import { standings } from './standings';

const stored = Framework.parse(pack);
const framework = inPlay(stored);
const everybody = Object.values(people);

const headOf = (academy: Academy): Person => headIn(everybody, academy);
const directorOf = ({ phase }: Academy): Person => (phase === 'primary' ? people.director : people.secondaryDirector);

/** The second Monday of the autumn term, when the year's statutory data is known. */
const opensOn = ({ terms }: AcademicYear): string => addDays(mondayOf(terms[0]?.startsOn ?? ''), 7);

/** The director judges on the peer review and the data, the CEO how the academy is led, the head what is its own. */
const custom: Custom = {
  framework,
  phrases,
  standings,
  opensOn,
  lead: directorOf,
  judge: (academy, { code }) => {
    if (code === 'leadershipAndManagement') return people.ceo;
    return code === 'personalDevelopment' ? headOf(academy) : directorOf(academy);
  },
  agree: (academy) => [headOf(academy), people.ceo],
};

/** The self-evaluations are handed in on the first Friday of their year. */
const pastOf = ({ urn }: Academy, { yearBefore, lastYear }: SampleYears): Past => ({
  inspections: inspections[urn] ?? [],
  selfEvaluations: (selfEvaluations[urn] ?? []).map((level, n) => ({
    on: addDays(mondayOf((n === 0 ? yearBefore : lastYear).terms[0]?.startsOn ?? ''), 4),
    level,
  })),
});

/** Two years' matrices are agreed by director, CEO and head, with the status that follows; this year is not opened. */
const history = (years: SampleYears): SampleHistory => {
  const records = [
    ...agreedRecords(custom, academies, years.yearBefore, 0),
    ...agreedRecords(custom, academies, years.lastYear, 1),
  ];
  return {
    academies: academies.map((academy) =>
      withPast(academy, pastOf(academy, years), { by: people.administrator, years, sefLevels: framework.sefLevels }),
    ),
    reviews: records,
    categoryChanges: categoryChanges({ framework, years, academies, records, directorOf, opensOn }),
  };
};

export const riskMatrix: Sample = {
  name: framework.name,
  framework: stored,
  people: everybody,
  users: usersOf(everybody, [...officeColleagues, ...colleagues]),
  academies,
  history,
};
