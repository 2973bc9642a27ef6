import { AreaCode, Period, Urn, Year, type PersonId } from '../../shared/schema/ids';
import type { ReviewKey } from '../../shared/schema/review';

const kind = 'assured.draft';

/** Under which name unsaved text of one person about one area lies on this device. */
export const draftKey = (person: PersonId, { urn, year, period }: ReviewKey, area: AreaCode): string =>
  [kind, person, urn, year, period, area].join('|');

/** The part of `localStorage` that tells what is in it. */
export interface KeptNames {
  readonly length: number;
  key(at: number): string | null;
}

const reviewNamed = (name: string, person: PersonId): ReviewKey | undefined => {
  const [of, whose, ...parts] = name.split('|');
  if (of !== kind || whose !== person) return undefined;
  const [urn, year, period] = [Urn.safeParse(parts[0]), Year.safeParse(parts[1]), Period.safeParse(parts[2])];
  if (!urn.success || !year.success || !period.success || !AreaCode.safeParse(parts[3]).success) return undefined;
  return { urn: urn.data, year: year.data, period: period.data };
};

/** The reviews of which this device still keeps text that this person typed and that is not saved, each once. */
export const keptDrafts = (names: KeptNames, person: PersonId): ReviewKey[] => {
  const found = new Map<string, ReviewKey>();
  for (let at = 0; at < names.length; at += 1) {
    const review = reviewNamed(names.key(at) ?? '', person);
    if (review) found.set(`${review.urn}|${review.year}|${review.period}`, review);
  }
  return [...found.values()];
};

/** Of this device; in some browsers an app inside a frame may not even ask for it. */
export const keptHere = (person: PersonId): ReviewKey[] => {
  try {
    return keptDrafts(window.localStorage, person);
  } catch {
    return [];
  }
};
