import { tenant } from '../settings';
import { Person } from '../../shared/schema/people';

/** Everybody in the sample trust is invented. The last part of the id counts on, so that ids stay recognisable. */
const idOf = (n: number): string => `0a55ed00-0000-4000-8000-${String(n).padStart(12, '0')}`;

const person = (n: number, name: string, jobTitle: string, ...roles: object[]): Person =>
  Person.parse({
    id: idOf(n),
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@${tenant.domain}`,
    jobTitle,
    roles,
  });

const headTeacher = (academy: string) => ({ role: 'headTeacher', academy });
const leads = (...groups: string[]) => ({ role: 'functionLead', groups });

/** The sample trust's people by the part they play. */
export const people = {
  alderHead: person(1, 'Hazel Head', 'Head teacher, Alder Academy', headTeacher('100001')),
  birchHead: person(2, 'Bruno Bramble', 'Head teacher, Birch Academy', headTeacher('100002')),
  cedarHead: person(3, 'Clementine Currant', 'Head teacher, Cedar Academy', headTeacher('100003')),
  elmHead: person(4, 'Elsie Elderberry', 'Head teacher, Elm Academy', headTeacher('100004')),
  hawthornHead: person(5, 'Horace Huckleberry', 'Principal, Hawthorn College', headTeacher('100005')),
  rowanHead: person(6, 'Rosie Rhubarb', 'Head of school, Rowan Academy', headTeacher('100006')),
  director: person(11, 'Dale Director', 'Director of Education', { role: 'directorOfEducation' }),
  finance: person(12, 'Fern Finance', 'Chief Finance and Operations Officer', leads('financialManagement')),
  estates: person(13, 'Ellis Estates', 'Head of Estates', leads('estates')),
  hr: person(14, 'Pippa People', 'People and Culture Lead', leads('hr')),
  education: person(15, 'Quentin Quince', 'School Improvement Officer', leads('qualityOfEducation')),
  ceo: person(21, 'Cleo Chief', 'Chief Executive Officer', { role: 'ceo' }),
  chair: person(31, 'Bella Board', 'Chair of the trust board', { role: 'boardMember' }),
  trustee: person(32, 'Barnaby Board', 'Member of the trust board', { role: 'boardMember' }),
  governor: person(41, 'Gus Governor', 'Local governor, Birch Academy', { role: 'localGovernor', academy: '100002' }),
  administrator: person(51, 'Ada Admin', 'Trust administrator', { role: 'administrator' }),
} satisfies Record<string, Person>;

export const samplePeople: Person[] = Object.values(people);

/** An account of the local directory, as Graph tells it. */
export interface SampleUser {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
}

const userOf = ({ id, name, email, jobTitle }: Person): SampleUser => ({
  id,
  displayName: name,
  mail: email,
  userPrincipalName: email,
  jobTitle,
});

/** Works for the trust and is not among the people whom the app knows. */
const stranger = person(91, 'Sunny Stranger', 'Teaching assistant, Cedar Academy');

export const sampleUsers: SampleUser[] = [...samplePeople, stranger].map(userOf);
