import { archiveKinds, listNames } from '../domain/archive';
import type { Archive } from '../schema/archive';
import { compareWith } from './archiveComparison';
import type { Comparison } from './archiveComparison';
import { countsIn, writeMissing } from './archiveWriting';
import type { ImportCounts, ImportOptions } from './archiveWriting';
import type { Deps } from './deps';

export type Imported =
  | { readonly status: 'imported'; readonly counts: ImportCounts }
  /** What would be written; nothing was. */
  | { readonly status: 'checked'; readonly counts: ImportCounts }
  /** The site holds something else than a part of this archive: each item in words. Nothing was written. */
  | { readonly status: 'siteInUse'; readonly found: readonly string[] }
  /** Somebody wrote to the site while it was filled: what is theirs was left as it is. */
  | { readonly status: 'metOthers'; readonly found: readonly string[] };

/** What the site holds that is not of the archive. */
const foreignIn = (comparison: Comparison): readonly string[] =>
  archiveKinds.flatMap((kind) => {
    const { notInArchive, differing, edited } = comparison[kind];
    const name = listNames[kind];
    return [
      ...notInArchive.map((key) => `${name}: ${key} is not in the archive.`),
      ...differing.map((key) => `${name}: ${key} differs from the archive.`),
      ...edited.map(({ key }) => `${name}: ${key} was changed outside Assured.`),
    ];
  });

/**
 * Writes an archive that is in order (`checkArchive`) to a site that holds nothing else. Run again it completes what is
 * missing, also after a run that broke off; it never changes or deletes a record.
 */
export const importTrust =
  (deps: Pick<Deps, 'store'>) =>
  async (
    { contents }: Pick<Archive, 'contents'>,
    { dryRun = false, report }: ImportOptions = {},
  ): Promise<Imported> => {
    const comparison = await compareWith(deps, contents);
    const [found, counts] = [foreignIn(comparison), countsIn(comparison)];
    if (found.length > 0) return { status: 'siteInUse', found };
    if (dryRun) return { status: 'checked', counts };
    const met = await writeMissing(deps, comparison, report);
    return met.length > 0 ? { status: 'metOthers', found: met } : { status: 'imported', counts };
  };
