import { PersonId } from '../../../shared/schema/ids';
import { Academy, Person, type Role } from '../../../shared/schema/people';
import { area, committee, group, urn } from './ids';

export const personId = (n: number): PersonId =>
  PersonId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

let made = 0;
const person = (name: string, jobTitle: string, ...roles: Role[]): Person => {
  made += 1;
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@orchard.example`;
  return Person.parse({ id: personId(made), name, email, jobTitle, roles });
};

/** Alder is a primary, Birch a secondary (no early years), Cedar a special school that the trust exempts from one area. */
export const alder: Academy = Academy.parse({ urn: urn.alder, name: 'Alder Academy', phase: 'primary', pupils: 210 });
export const birch: Academy = Academy.parse({ urn: urn.birch, name: 'Birch Academy', phase: 'secondary' });
export const cedar: Academy = Academy.parse({
  urn: urn.cedar,
  name: 'Cedar Academy',
  phase: 'special',
  notApplicable: [area.retention],
});
/** Alder with an inspection that the administrator has recorded. */
export const inspectedAlder = (by: PersonId): Academy =>
  Academy.parse({
    ...alder,
    inspections: [
      {
        id: 'command-recorded-before',
        by,
        at: '2026-10-01T09:00:00Z',
        inspection: { report: 'grades', on: '2022-05-10', overall: 'requiresImprovement' },
      },
    ],
  });
export const academies: readonly Academy[] = [cedar, alder, birch];

export const hazel = person('Hazel Head', 'Head teacher', { role: 'headTeacher', academy: urn.alder });
export const coHead = person('Colin Cohead', 'Head of school', { role: 'headTeacher', academy: urn.alder });
export const birchHead = person('Bertie Birchhead', 'Principal', { role: 'headTeacher', academy: urn.birch });
export const dana = person('Dana Director', 'Director of education', { role: 'directorOfEducation' });
export const primaryDirector = person('Prim Primary', 'Director of primary education', {
  role: 'directorOfEducation',
  phases: ['primary'],
});
export const staffingLead = person('Stella Staffing', 'HR lead', { role: 'functionLead', groups: [group.staffing] });
export const cora = person('Cora Chief', 'Chief executive', { role: 'ceo' });
export const bo = person('Bo Board', 'Trustee', { role: 'boardMember' });
export const bea = person('Bea Board', 'Chair of trustees', { role: 'boardMember' });
export const gus = person('Gus Governor', 'Local governor', { role: 'localGovernor', academy: urn.alder });
export const ada = person('Ada Admin', 'Administrator', { role: 'administrator' });
export const nobody = person('Nora Norole', 'Visitor');
/** Of the learning committee, which the small framework does not have: she holds no step of its route. */
export const carys = person('Carys Committee', 'Trustee', { role: 'committeeMember', committee: committee.learning });
export const stranger: PersonId = personId(999);

export const people: readonly Person[] = [
  hazel,
  coHead,
  birchHead,
  dana,
  primaryDirector,
  staffingLead,
  cora,
  bo,
  bea,
  gus,
  ada,
  nobody,
  carys,
];

/** One person for each role and reach; for those who have an own academy it is Alder, for a phase it is Alder's. */
export const callers = {
  headTeacher: hazel,
  director: dana,
  primaryDirector,
  functionLead: staffingLead,
  ceo: cora,
  boardMember: bo,
  committeeMember: carys,
  localGovernor: gus,
  administrator: ada,
  noRole: nobody,
} satisfies Record<string, Person>;
export type CallerName = keyof typeof callers;
export const callerNames = Object.keys(callers) as CallerName[];

export const nameOf = (id: PersonId): string => people.find((each) => each.id === id)?.name ?? 'A former colleague';
