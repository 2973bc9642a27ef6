import { Person } from '../../shared/schema/people';
import { tenant } from '../settings';

/** Everybody in the sample trusts is invented, and keeps one name and id in all of them. */
const cast = {
  alderHead: [1, 'Hazel Head'],
  birchHead: [2, 'Bruno Bramble'],
  cedarHead: [3, 'Clementine Currant'],
  elmHead: [4, 'Elsie Elderberry'],
  hawthornHead: [5, 'Horace Huckleberry'],
  rowanHead: [6, 'Rosie Rhubarb'],
  director: [11, 'Dale Director'],
  finance: [12, 'Fern Finance'],
  estates: [13, 'Ellis Estates'],
  hr: [14, 'Pippa People'],
  education: [15, 'Quentin Quince'],
  secondaryDirector: [16, 'Sage Secondary'],
  ceo: [21, 'Cleo Chief'],
  chair: [31, 'Bella Board'],
  trustee: [32, 'Barnaby Board'],
  governor: [41, 'Gus Governor'],
  administrator: [51, 'Ada Admin'],
  stranger: [91, 'Sunny Stranger'],
} satisfies Record<string, readonly [number, string]>;
export type Part = keyof typeof cast;

/** The last part of the id counts on, so that ids stay recognisable. */
const idOf = (n: number): string => `0a55ed00-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** One of the cast in the job and the roles that a trust gives them. */
export const play = (part: Part, jobTitle: string, ...roles: object[]): Person => {
  const [n, name] = cast[part];
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@${tenant.domain}`;
  return Person.parse({ id: idOf(n), name, email, jobTitle, roles });
};

/** The id and the name that somebody keeps in every sample. */
export const knownAs = (part: Part): { readonly id: string; readonly name: string } => {
  const [n, name] = cast[part];
  return { id: idOf(n), name };
};

/** Who leads an academy. */
export const headIn = (people: readonly Person[], academy: { readonly urn: string }): Person => {
  const leads = ({ roles }: Person) =>
    roles.some((held) => held.role === 'headTeacher' && held.academy === academy.urn);
  const head = people.find(leads);
  if (!head) throw new Error(`Nobody leads ${academy.urn}.`);
  return head;
};

export const headTeacher = (academy: string) => ({ role: 'headTeacher', academy });
export const localGovernor = (academy: string) => ({ role: 'localGovernor', academy });
export const ceo = { role: 'ceo' };
export const boardMember = { role: 'boardMember' };
export const administrator = { role: 'administrator' };

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
const stranger = play('stranger', 'Teaching assistant, Cedar Academy');

/** The accounts of those whom the app knows, of colleagues who have no part in it, and of one more. */
export const usersOf = (people: readonly Person[], colleagues: readonly Person[] = []): SampleUser[] =>
  [...people, ...colleagues, stranger].map(userOf);

/** Colleagues who judge nothing in a framework without functions: in the directory, and not among its people. */
export const officeColleagues: readonly Person[] = [
  play('finance', 'Chief Finance and Operations Officer'),
  play('estates', 'Head of Estates'),
  play('hr', 'People and Culture Lead'),
];
