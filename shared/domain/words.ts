import type { Phase } from '../schema/framework';
import type { Period, Term, Year } from '../schema/ids';
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

const terms = { autumn: 'autumn', spring: 'spring', summer: 'summer' } satisfies Record<Term, string>;
const isTerm = (period: Period): period is Term => period in terms;
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const yearAfter = (year: Year): string => {
  const next = Number(year.slice(0, 4)) + 1;
  return `${next}/${String((next + 1) % 100).padStart(2, '0')}`;
};

/** Which half of which term; undefined for any other period. */
const halfOf = (period: Period): { place: 'first' | 'second'; term: string } | undefined => {
  const half = /^(autumn|spring|summer)([12])$/.exec(period);
  return half?.[1] === undefined ? undefined : { place: half[2] === '1' ? 'first' : 'second', term: half[1] };
};

/** A period as it stands in a sentence, without its year: 'autumn term', 'year', 'September', 'fortnight 3'. */
export const periodName = (period: Period): string => {
  if (isTerm(period)) return `${period} term`;
  if (period === 'year') return 'year';
  if (period === 'twoYears') return 'two years';
  const half = halfOf(period);
  if (half) return `${half.place} half of the ${half.term} term`;
  const number = Number(period.slice(1));
  return period.startsWith('m') ? monthName.format(new Date(Date.UTC(2000, number - 1, 1))) : `fortnight ${number}`;
};

/** 'Autumn term 2026/27', 'Fortnight 3 of 2026/27', '2026/27' for a year, '2026/27 and 2027/28' for two. */
export const periodLabel = ({ year, period }: { year: Year; period: Period }): string => {
  if (period === 'year') return year;
  if (period === 'twoYears') return `${year} and ${yearAfter(year)}`;
  return `${capital(periodName(period))}${/^f\d/.test(period) ? ' of' : ''} ${year}`;
};

/** The shortest way to name a period that was: 'autumn', '2025/26', 'September'. */
export const periodShort = ({ year, period }: { year: Year; period: Period }): string => {
  if (isTerm(period)) return period;
  return period === 'year' || period === 'twoYears' ? periodLabel({ year, period }) : periodName(period);
};

/** A record of a period, as it stands in a sentence: 'autumn term review', '2026/27 risk assessment'. */
export const recordPhrase = (ref: { year: Year; period: Period }, record: string): string => {
  const half = halfOf(ref.period);
  if (half) return `${half.place} ${half.term} half-term ${record}`;
  const wholeYear = ref.period === 'year' || ref.period === 'twoYears';
  return `${wholeYear ? periodLabel(ref) : periodName(ref.period)} ${record}`;
};

/** What kind of time a period is: 'term', 'half term', 'month'; 'period' for two years. */
export const periodKindName = (period: Period): string => {
  if (isTerm(period)) return 'term';
  if (halfOf(period)) return 'half term';
  if (period === 'year') return 'year';
  if (period === 'twoYears') return 'period';
  return period.startsWith('m') ? 'month' : 'fortnight';
};

/** A period with its article: 'the autumn term', 'the year', 'September', 'fortnight 3'. */
export const periodWithArticle = (period: Period): string =>
  /^[mf]\d/.test(period) ? periodName(period) : `the ${periodName(period)}`;

const phases = {
  primary: 'Primary',
  secondary: 'Secondary',
  allThrough: 'All-through',
  special: 'Special',
  alternativeProvision: 'Alternative provision',
  post16: 'Post-16',
  centralOffice: 'Central office',
} satisfies Record<Phase, string>;
export const phaseName = (phase: Phase): string => phases[phase];

const roles = {
  headTeacher: 'Head teacher',
  directorOfEducation: 'Director of education',
  functionLead: 'Function lead',
  ceo: 'CEO',
  boardMember: 'Board member',
  committeeMember: 'Committee member',
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

/** 'review' → 'reviews', 'category' → 'categories'. */
export const plural = (word: string): string => (/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`);

/** 'a review', 'an evaluation'. */
export const withArticle = (word: string): string => `${/^[aeiou]/i.test(word) ? 'an' : 'a'} ${word}`;
