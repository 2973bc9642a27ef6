import type { Term, Year } from '../schema/ids';
import type { AcademicYear } from '../schema/settings';
import type { TermRef } from '../schema/views';

const order = { autumn: 1, spring: 2, summer: 3 } satisfies Record<Term, number>;

export const sameTerm = (a: TermRef, b: TermRef): boolean => a.year === b.year && a.term === b.term;

/** Negative where `a` comes before `b`. */
export const compareTerms = (a: TermRef, b: TermRef): number =>
  a.year === b.year ? order[a.term] - order[b.term] : a.year < b.year ? -1 : 1;

interface DatedTerm extends TermRef {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** All terms of the trust's calendar, oldest first. */
export const termsOf = (years: readonly AcademicYear[]): DatedTerm[] =>
  years
    .flatMap(({ year, terms }) => terms.map(({ term, startsOn, endsOn }) => ({ year, term, startsOn, endsOn })))
    .sort(compareTerms);

/** The term that a day falls in, or the last one that had begun by then; the first where none had. */
export const termOn = (years: readonly AcademicYear[], day: string): TermRef | undefined => {
  const all = termsOf(years);
  const begun = all.filter((term) => term.startsOn <= day);
  const found = begun[begun.length - 1] ?? all[0];
  return found && { year: found.year, term: found.term };
};

export const findYear = (years: readonly AcademicYear[], year: Year): AcademicYear | undefined =>
  years.find((y) => y.year === year);

/** The term before a term; undefined for the first one of the calendar. */
export const termBefore = (years: readonly AcademicYear[], ref: TermRef): TermRef | undefined => {
  const earlier = termsOf(years).filter((term) => compareTerms(term, ref) < 0);
  const found = earlier[earlier.length - 1];
  return found && { year: found.year, term: found.term };
};

/** A term and the ones before it, oldest first, at most `length`. */
export const termsUpTo = (years: readonly AcademicYear[], ref: TermRef, length: number): TermRef[] =>
  termsOf(years)
    .filter((term) => compareTerms(term, ref) <= 0)
    .slice(-length)
    .map(({ year, term }) => ({ year, term }));
