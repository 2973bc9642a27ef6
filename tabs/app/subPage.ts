import { yearFromPath, yearInPath } from '../../shared/domain/words';
import type { FrameworkRef } from '../../shared/schema/framework';
import { HandEditKey } from '../../shared/schema/handEditViews';
import { AreaCode, ChangeId, FrameworkCode, Period, PersonId, Urn, type Year } from '../../shared/schema/ids';
import { ModelKey } from '../../shared/schema/modelChangeViews';
import type { PeriodRef } from '../../shared/schema/views';

const isYear = (part: string): boolean => yearFromPath(part) !== undefined;
const isPeriod = (part: string): boolean => Period.safeParse(part).success;
const isUrn = (part: string): boolean => Urn.safeParse(part).success;
const isArea = (part: string): boolean => AreaCode.safeParse(part).success;
const isModel = (part: string): boolean => FrameworkCode.safeParse(part).success;
const isVersion = (part: string): boolean => /^[1-9]\d{0,3}$/.test(part);
const isList = (part: string): boolean => HandEditKey.shape.list.safeParse(part).success;
const isItem = (part: string): boolean => HandEditKey.shape.item.safeParse(part).success;
const isPerson = (part: string): boolean => PersonId.safeParse(part).success;
const isChange = (part: string): boolean => ChangeId.safeParse(part).success;

type Part = string | ((part: string) => boolean);

/** Every place of the tab that a link may lead to. */
export const places: readonly (readonly Part[])[] = [
  ['work'],
  ['matrix', isYear, isPeriod],
  ['matrix', isYear, isPeriod, isUrn, isArea],
  ['stage', isYear, isPeriod],
  ['reviews', isYear, isPeriod],
  ['reviews', isYear, isPeriod, isUrn],
  ['reviews', isYear, isPeriod, isUrn, isArea],
  ['categories'],
  ['categories', isChange],
  ['categories', 'propose', isUrn],
  ['academies', isUrn],
  ['academies', isUrn, 'support', isYear],
  ['administration'],
  ['administration', 'academies'],
  ['administration', 'academies', 'new'],
  ['administration', 'academies', isUrn],
  ['administration', 'people'],
  ['administration', 'people', 'new'],
  ['administration', 'people', isPerson],
  ['administration', 'calendar'],
  ['administration', 'calendar', isYear],
  ['administration', 'opening'],
  ['administration', 'opening', isYear, isPeriod],
  ['administration', 'models'],
  ['administration', 'messages'],
  ['administration', 'hand-edits'],
  ['administration', 'models', isYear, isModel, isVersion],
  ['administration', 'hand-edits', isList, isItem],
];

const fits = (place: readonly Part[], parts: readonly string[]): boolean =>
  place.length === parts.length &&
  place.every((part, at) => (typeof part === 'string' ? part === parts[at] : part(parts[at] ?? '')));

/** A deep link's sub-page as an address of the tab; undefined for anything unknown: links come from anywhere. */
export const pathFromSubPage = (subPageId: string | undefined): string | undefined => {
  const parts = (subPageId ?? '').split('/').filter((part) => part !== '');
  return places.some((place) => fits(place, parts)) ? `/${parts.join('/')}` : undefined;
};

/** The period that an address names. */
export const periodFromPath = (year: string | undefined, period: string | undefined): PeriodRef | undefined => {
  const parsedYear = yearFromPath(year ?? '');
  const parsedPeriod = Period.safeParse(period);
  return parsedYear && parsedPeriod.success ? { year: parsedYear, period: parsedPeriod.data } : undefined;
};

export const matrixPath = ({ year, period }: PeriodRef): string => `/matrix/${yearInPath(year)}/${period}`;
/** What a meeting's stage shows of a period: the same for everybody. */
export const stagePath = ({ year, period }: PeriodRef): string => `/stage/${yearInPath(year)}/${period}`;
export const cellPath = (ref: PeriodRef, urn: string, area: string): string => `${matrixPath(ref)}/${urn}/${area}`;
export const reviewsPath = ({ year, period }: PeriodRef): string => `/reviews/${yearInPath(year)}/${period}`;
export const reviewPath = (ref: PeriodRef, urn: string): string => `${reviewsPath(ref)}/${urn}`;
export const areaPath = (ref: PeriodRef, urn: string, area: string): string => `${reviewPath(ref, urn)}/${area}`;
export const academyPath = (urn: string): string => `/academies/${urn}`;
export const academyFactsPath = (urn: string): string => `/administration/academies/${urn}`;
export const personPath = (person: string): string => `/administration/people/${person}`;
export const yearDatesPath = (year: Year): string => `/administration/calendar/${yearInPath(year)}`;
export const openingPath = ({ year, period }: PeriodRef): string =>
  `/administration/opening/${yearInPath(year)}/${period}`;
export const modelPath = (year: Year, { code, version }: FrameworkRef): string =>
  `/administration/models/${yearInPath(year)}/${code}/${version}`;

/** Which year an address would move to which version. */
export const modelFromPath = (
  year: string | undefined,
  code: string | undefined,
  version: string | undefined,
): ModelKey | undefined => {
  const parsed = ModelKey.safeParse({ year: yearFromPath(year ?? ''), framework: { code, version: Number(version) } });
  return parsed.success ? parsed.data : undefined;
};
export const handEditPath = ({ list, item }: HandEditKey): string => `/administration/hand-edits/${list}/${item}`;

/** Which item of which list an address names. */
export const handEditFromPath = (list: string | undefined, item: string | undefined): HandEditKey | undefined => {
  const parsed = HandEditKey.safeParse({ list, item });
  return parsed.success ? parsed.data : undefined;
};
export const supportPath = (urn: Urn, year: Year): string => `/academies/${urn}/support/${yearInPath(year)}`;
