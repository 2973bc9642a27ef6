import { archiveKinds, listNames } from '../domain/archive';
import type { Deps } from './deps';
import { keyOf } from './archiveComparison';
import type { Comparison } from './archiveComparison';
import type { Aggregates, Kind } from './ports/store';

/** How many records were written, and how many were there already, the same as in the archive. */
export interface ImportCounts {
  readonly created: number;
  readonly alreadyThere: number;
}

export interface ImportOptions {
  /** Compares and writes nothing. */
  readonly dryRun?: boolean;
  /** Told how many more were written. */
  readonly report?: (written: number) => void;
}

/** What is written where all that is missing is. */
export const countsIn = (comparison: Comparison): ImportCounts => ({
  created: archiveKinds.reduce((sum, kind) => sum + comparison[kind].missing.length, 0),
  alreadyThere: archiveKinds.reduce((sum, kind) => sum + comparison[kind].same, 0),
});

/** Few enough that a run which breaks off has not much to compare, many enough to fill Graph's batches. */
const together = 100;

/** Writes what is missing. A key that is taken now was taken by somebody else since the comparison. */
const write = async <K extends Kind>(
  { store }: Pick<Deps, 'store'>,
  kind: K,
  documents: readonly Aggregates[K][],
  report: (written: number) => void,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let at = 0; at < documents.length; at += together) {
    const some = documents.slice(at, at + together);
    const outcomes = await store.createAll(kind, some);
    some.forEach((document, i) => {
      const status = outcomes[i]?.status;
      if (status !== 'created') found.push(`${listNames[kind]}: ${keyOf[kind](document)} (${status ?? 'unknown'}).`);
    });
    report(some.length);
  }
  return found;
};

const isFramework = (setting: Aggregates['settings']): boolean => 'framework' in setting;

/** Writes all that is missing, in order; answers what somebody else has written since the comparison. */
export const writeMissing = async (
  deps: Pick<Deps, 'store'>,
  { settings, people, academies, categoryChanges, reviews }: Comparison,
  report: (written: number) => void = () => undefined,
): Promise<readonly string[]> => [
  ...(await write(deps, 'settings', settings.missing.filter(isFramework), report)),
  ...(await write(deps, 'people', people.missing, report)),
  ...(await write(deps, 'academies', academies.missing, report)),
  ...(await write(deps, 'categoryChanges', categoryChanges.missing, report)),
  ...(await write(deps, 'reviews', reviews.missing, report)),
  // Last: until then nobody can take an unfinished trust for a whole one.
  ...(await write(
    deps,
    'settings',
    settings.missing.filter((setting) => !isFramework(setting)),
    report,
  )),
];
