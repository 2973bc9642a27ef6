import type { FrameworkRef } from '../schema/framework';
import type { CategoryCode, Urn, Year } from '../schema/ids';
import type { CategoryChangeRow } from '../schema/rows';
import { latestDecided } from './category';
import { addDays, earlierOf, laterOf } from './day';
import { firstDayOf, lastDayOf } from './periods';

/** An academy's time in one category, both days included; without an end where nothing else is decided yet. */
export interface CategoryRun {
  readonly code: CategoryCode;
  /** The model that the latest decision about it was taken on. */
  readonly framework: FrameworkRef;
  readonly since: string;
  readonly until?: string;
}

const sameCategory = (a: CategoryRun, b: CategoryRun): boolean =>
  a.code === b.code && a.framework.code === b.framework.code;

/** A category that is decided anew, as at each year's beginning, goes on: it did not begin again. */
const joined = (runs: readonly CategoryRun[], run: CategoryRun): CategoryRun[] => {
  const last = runs[runs.length - 1];
  if (!last) return [run];
  if (sameCategory(last, run)) return [...runs.slice(0, -1), { ...last, framework: run.framework }];
  return [...runs.slice(0, -1), { ...last, until: addDays(run.since, -1) }, run];
};

/** The categories that an academy was and will be in by what is decided, oldest first and without a gap. */
export const categoryRuns = (changes: readonly CategoryChangeRow[], urn: Urn): CategoryRun[] => {
  const own = changes.filter((change) => change.urn === urn && change.state === 'decided');
  return [...new Set(own.map(({ effectiveFrom }) => effectiveFrom))]
    .sort()
    .flatMap((day) => {
      const begun = own.filter(({ effectiveFrom }) => effectiveFrom <= day);
      const decision = latestDecided(begun, urn);
      return decision ? [{ code: decision.to, framework: decision.framework, since: day }] : [];
    })
    .reduce<CategoryRun[]>(joined, []);
};

/** A run as far as it lies in one academic year. */
export interface Stretch extends CategoryRun {
  readonly from: string;
  readonly to: string;
}

/** The parts of an academic year, each in one category; days without a category are in none. */
export const stretchesIn = (runs: readonly CategoryRun[], year: Year): Stretch[] => {
  const [first, last] = [firstDayOf(year), lastDayOf(year)];
  return runs
    .filter(({ since, until }) => since <= last && (until === undefined || until >= first))
    .map((run) => ({ ...run, from: laterOf(run.since, first), to: earlierOf(run.until ?? last, last) }));
};

/** The first category that begins after a day. */
export const nextRun = (runs: readonly CategoryRun[], day: string): CategoryRun | undefined =>
  runs.find(({ since }) => since > day);
