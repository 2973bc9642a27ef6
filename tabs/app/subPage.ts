import { yearFromPath, yearInPath } from '../../shared/domain/words';
import { AreaCode, ChangeId, Term, Urn } from '../../shared/schema/ids';
import type { TermRef } from '../../shared/schema/views';

const isYear = (part: string): boolean => yearFromPath(part) !== undefined;
const isTerm = (part: string): boolean => Term.safeParse(part).success;
const isUrn = (part: string): boolean => Urn.safeParse(part).success;
const isArea = (part: string): boolean => AreaCode.safeParse(part).success;
const isChange = (part: string): boolean => ChangeId.safeParse(part).success;

type Part = string | ((part: string) => boolean);

/** Every place of the tab that a link may lead to. */
const places: readonly (readonly Part[])[] = [
  ['work'],
  ['matrix', isYear, isTerm],
  ['matrix', isYear, isTerm, isUrn, isArea],
  ['reviews', isYear, isTerm],
  ['reviews', isYear, isTerm, isUrn],
  ['reviews', isYear, isTerm, isUrn, isArea],
  ['categories'],
  ['categories', isChange],
  ['categories', 'propose', isUrn],
  ['administration'],
];

const fits = (place: readonly Part[], parts: readonly string[]): boolean =>
  place.length === parts.length &&
  place.every((part, at) => (typeof part === 'string' ? part === parts[at] : part(parts[at] ?? '')));

/** A deep link's sub-page as an address of the tab; undefined for anything unknown: links come from anywhere. */
export const pathFromSubPage = (subPageId: string | undefined): string | undefined => {
  const parts = (subPageId ?? '').split('/').filter((part) => part !== '');
  return places.some((place) => fits(place, parts)) ? `/${parts.join('/')}` : undefined;
};

/** The term that an address names. */
export const termFromPath = (year: string | undefined, term: string | undefined): TermRef | undefined => {
  const parsedYear = yearFromPath(year ?? '');
  const parsedTerm = Term.safeParse(term);
  return parsedYear && parsedTerm.success ? { year: parsedYear, term: parsedTerm.data } : undefined;
};

export const matrixPath = ({ year, term }: TermRef): string => `/matrix/${yearInPath(year)}/${term}`;
export const cellPath = (ref: TermRef, urn: string, area: string): string => `${matrixPath(ref)}/${urn}/${area}`;
export const reviewsPath = ({ year, term }: TermRef): string => `/reviews/${yearInPath(year)}/${term}`;
export const reviewPath = (ref: TermRef, urn: string): string => `${reviewsPath(ref)}/${urn}`;
export const areaPath = (ref: TermRef, urn: string, area: string): string => `${reviewPath(ref, urn)}/${area}`;
