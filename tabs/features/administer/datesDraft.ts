import { daysOf } from '../../../shared/domain/spanWords';
import { datesIssues } from '../../../shared/domain/yearDates';
import { formatDay, listWords } from '../../../shared/domain/words';
import { Day, type Year } from '../../../shared/schema/ids';
import type { AcademicYear, TermDates, YearDates } from '../../../shared/schema/settings';
import type { Difference } from './BothVersions';
import type { DraftErrors } from './resolving';

/** A year's dates as they are typed: `YYYY-MM-DD`, or nothing. */
export interface DatesDraft {
  terms: { startsOn: string; endsOn: string; halfStartsOn: string; halfEndsOn: string }[];
  closedOn: { day: string }[];
}

export const termNames = ['autumn', 'spring', 'summer'] as const;

export const draftOfDates = ({ terms, closedOn }: YearDates): DatesDraft => ({
  terms: terms.map(({ startsOn, endsOn, halfTerm }) => ({
    startsOn,
    endsOn,
    halfStartsOn: halfTerm?.startsOn ?? '',
    halfEndsOn: halfTerm?.endsOn ?? '',
  })),
  closedOn: closedOn.map((day) => ({ day })),
});

const isDay = (typed: string): boolean => Day.safeParse(typed).success;

const noDates = { startsOn: '', endsOn: '', halfStartsOn: '', halfEndsOn: '' };

const termIn = (draft: DatesDraft, at: number): TermDates => {
  const { startsOn, endsOn, halfStartsOn, halfEndsOn } = draft.terms[at] ?? noDates;
  const halfTerm = { startsOn: halfStartsOn, endsOn: halfEndsOn };
  return {
    term: termNames[at] ?? 'summer',
    startsOn,
    endsOn,
    ...(halfStartsOn !== '' && halfEndsOn !== '' && { halfTerm }),
  };
};

/** In the order typed, so that what is wrong can be told by its line. */
const asTyped = (draft: DatesDraft): YearDates => ({
  terms: termNames.map((_, at) => termIn(draft, at)),
  closedOn: draft.closedOn.map(({ day }) => day),
});

/** What a draft without errors says; closed days in order. */
export const datesIn = (draft: DatesDraft): YearDates => {
  const { terms, closedOn } = asTyped(draft);
  return { terms, closedOn: [...closedOn].sort() };
};

const missingIn = (draft: DatesDraft): Record<string, string> => {
  const missing: Record<string, string> = {};
  draft.terms.forEach(({ startsOn, endsOn, halfStartsOn, halfEndsOn }, at) => {
    const term = termNames[at] ?? 'summer';
    if (!isDay(startsOn)) missing[`terms.${at}.startsOn`] = `Please enter the first day of the ${term} term.`;
    if (!isDay(endsOn)) missing[`terms.${at}.endsOn`] = `Please enter the last day of the ${term} term.`;
    if (halfStartsOn === '' && halfEndsOn === '') return;
    if (!isDay(halfStartsOn))
      missing[`terms.${at}.halfStartsOn`] = `Please enter the first day of the half-term holiday of the ${term} term.`;
    if (!isDay(halfEndsOn))
      missing[`terms.${at}.halfEndsOn`] = `Please enter the last day of the half-term holiday of the ${term} term.`;
  });
  draft.closedOn.forEach(({ day }, at) => {
    if (!isDay(day)) missing[`closedOn.${at}.day`] = 'Please enter the closed day, or take its line away.';
  });
  return missing;
};

/** 'autumn.halfTerm.startsOn' → 'terms.0.halfStartsOn'. */
const fieldOf = (path: string): string => {
  const [first = '', ...rest] = path.split('.');
  if (first === 'closedOn') return `${path}.day`;
  const at = termNames.findIndex((term) => term === first);
  const field = rest.join('.').replace('halfTerm.startsOn', 'halfStartsOn').replace('halfTerm.endsOn', 'halfEndsOn');
  return `terms.${at}.${field}`;
};

/** What is wrong with what is typed, by field, by the same rules as on the server; the first word on each field. */
export const datesErrors =
  (year: Year, years: readonly AcademicYear[]) =>
  (draft: DatesDraft): DraftErrors<DatesDraft> => {
    const missing = missingIn(draft);
    if (Object.keys(missing).length > 0) return missing;
    const issues = datesIssues(
      year,
      asTyped(draft),
      years.filter((each) => each.year !== year),
    );
    return Object.fromEntries([...issues].reverse().map(({ path, message }) => [fieldOf(path), message]));
  };

const spanWords = ({ startsOn, endsOn }: Pick<TermDates, 'startsOn' | 'endsOn'>): string =>
  daysOf({ from: startsOn, by: endsOn });

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A year's dates, line by line in words. */
export const datesLines = ({ terms, closedOn }: YearDates): { label: string; words: string }[] => [
  ...terms.flatMap((term) => [
    { label: `${capital(term.term)} term`, words: spanWords(term) },
    {
      label: `${capital(term.term)} half-term holiday`,
      words: term.halfTerm ? spanWords(term.halfTerm) : 'not entered',
    },
  ]),
  { label: 'Closed days', words: listWords(closedOn.map(formatDay)) || 'none' },
];

/** Where two versions differ, in words. */
export const datesDifferences = (stored: YearDates, mine: YearDates): Difference[] => {
  const mineLines = datesLines(mine);
  return datesLines(stored)
    .map(({ label, words }, at) => ({ label, stored: words, mine: mineLines[at]?.words ?? '' }))
    .filter((difference) => difference.stored !== difference.mine);
};
