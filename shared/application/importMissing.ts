import { archiveKinds, mistakesIn } from '../domain/archive';
import { chainBreaks } from '../domain/categoryChain';
import type { Archive, ArchiveContents } from '../schema/archive';
import { compareWith } from './archiveComparison';
import type { Comparison, Reading } from './archiveComparison';
import { countsIn, writeMissing } from './archiveWriting';
import type { ImportCounts, ImportOptions } from './archiveWriting';
import type { Deps } from './deps';
import { documentLimit } from './ports/store';
import type { HandEdit, Kind } from './ports/store';

/** What was left as it is in one list, by key. */
export interface Left {
  readonly kind: Kind;
  readonly differing: readonly string[];
  readonly notInArchive: readonly string[];
}

interface Done {
  readonly counts: ImportCounts;
  /** How many records of each list are meant. */
  readonly missing: Readonly<Record<Kind, number>>;
  readonly left: readonly Left[];
}

export type ImportedMissing =
  | (Done & { readonly status: 'imported' })
  /** What would be written; nothing was. */
  | (Done & { readonly status: 'checked' })
  /** Records of the site that cannot be believed: whether the others fit them cannot be told. Nothing was written. */
  | { readonly status: 'editedByHand'; readonly edits: readonly HandEdit[] }
  /** With what is missing the records would be no trust in order: each reason in words. Nothing was written. */
  | { readonly status: 'notFitting'; readonly mistakes: readonly string[] }
  /** Somebody wrote to the site meanwhile: what is theirs was left as it is. */
  | { readonly status: 'metOthers'; readonly found: readonly string[] };

/** The site's records, each list with what is missing from it. */
const together = (of: Comparison): ArchiveContents => ({
  settings: [...of.settings.there, ...of.settings.missing],
  people: [...of.people.there, ...of.people.missing],
  academies: [...of.academies.there, ...of.academies.missing],
  categoryChanges: [...of.categoryChanges.there, ...of.categoryChanges.missing],
  reviews: [...of.reviews.there, ...of.reviews.missing],
});

/** A gap that the site or the archive has by itself does not come of putting them together. */
const newBreaks = (archive: ArchiveContents, { categoryChanges: { there } }: Comparison, all: ArchiveContents) => {
  const old = new Set([...chainBreaks(there), ...chainBreaks(archive.categoryChanges)]);
  return chainBreaks(all.categoryChanges).filter((words) => !old.has(words));
};

const doneBy = (comparison: Comparison): Done => ({
  counts: countsIn(comparison),
  missing: {
    settings: comparison.settings.missing.length,
    people: comparison.people.missing.length,
    academies: comparison.academies.missing.length,
    categoryChanges: comparison.categoryChanges.missing.length,
    reviews: comparison.reviews.missing.length,
  },
  left: archiveKinds.flatMap((kind) => {
    const { differing, notInArchive } = comparison[kind];
    return differing.length + notInArchive.length > 0 ? [{ kind, differing, notInArchive }] : [];
  }),
});

type Look =
  | Extract<ImportedMissing, { status: 'editedByHand' | 'notFitting' }>
  | { readonly status: 'fits'; readonly comparison: Comparison };

const look = async (deps: Reading, contents: ArchiveContents): Promise<Look> => {
  const comparison = await compareWith(deps, contents);
  const edits = archiveKinds.flatMap((kind) => comparison[kind].edited);
  if (edits.length > 0) return { status: 'editedByHand', edits };
  const all = together(comparison);
  const mistakes = [
    ...mistakesIn(all, documentLimit, 'on the site or in the archive'),
    ...newBreaks(contents, comparison, all),
  ];
  return mistakes.length > 0 ? { status: 'notFitting', mistakes } : { status: 'fits', comparison };
};

/**
 * Brings back from an archive that is in order what a site in use lacks: only records whose keys are missing, and only
 * where all of them fit what is there. A record that is there is never changed. Run again it completes what is missing.
 */
export const importMissing =
  (deps: Pick<Deps, 'store'>) =>
  async (
    { contents }: Pick<Archive, 'contents'>,
    { dryRun = false, report }: ImportOptions = {},
  ): Promise<ImportedMissing> => {
    const looked = await look(deps, contents);
    if (looked.status !== 'fits') return looked;
    const done = doneBy(looked.comparison);
    if (dryRun) return { status: 'checked', ...done };
    const met = await writeMissing(deps, looked.comparison, report);
    return met.length > 0 ? { status: 'metOthers', found: met } : { status: 'imported', ...done };
  };
