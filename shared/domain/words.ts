import type { Phase } from '../schema/framework';
import type { Term, Year } from '../schema/ids';
import { Year as YearSchema } from '../schema/ids';
import type { RoleName } from '../schema/people';

/** Words and dates as people in the trust read them: British English, times in Europe/London. */

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const instantDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const instantTime = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
});
const londonDay = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/London',
});

/** '2026-09-03' → '3 September 2026'. */
export const formatDay = (value: string): string => day.format(new Date(`${value}T00:00:00Z`));

/** '2026-11-22T09:40:00Z' → '22 November 2026, 09:40'. */
export const formatInstant = (value: string): string => {
  const instant = new Date(value);
  return `${instantDay.format(instant)}, ${instantTime.format(instant)}`;
};

/** The day in London that an instant falls on, `YYYY-MM-DD`. */
export const dayOf = (instant: string): string => londonDay.format(new Date(instant));

const terms = { autumn: 'Autumn term', spring: 'Spring term', summer: 'Summer term' } satisfies Record<Term, string>;
export const termName = (term: Term): string => terms[term];
export const termLabel = ({ year, term }: { year: Year; term: Term }): string => `${terms[term]} ${year}`;

const phases = {
  primary: 'Primary',
  secondary: 'Secondary',
  allThrough: 'All-through',
  special: 'Special',
  alternativeProvision: 'Alternative provision',
  post16: 'Post-16',
} satisfies Record<Phase, string>;
export const phaseName = (phase: Phase): string => phases[phase];

const roles = {
  headTeacher: 'Head teacher',
  directorOfEducation: 'Director of education',
  functionLead: 'Function lead',
  ceo: 'CEO',
  boardMember: 'Board member',
  localGovernor: 'Local governor',
  administrator: 'Administrator',
} satisfies Record<RoleName, string>;
export const roleName = (role: RoleName): string => roles[role];

/** '2026/27' → '2026-27', for addresses. */
export const yearInPath = (year: Year): string => year.replace('/', '-');

/** '2026-27' → '2026/27'; undefined where it is no academic year. */
export const yearFromPath = (value: string): Year | undefined => {
  const parsed = YearSchema.safeParse(value.replace('-', '/'));
  return parsed.success ? parsed.data : undefined;
};

/** 'a, b and c'. */
export const listWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;

/** '1 area', '2 areas'. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
