import { isDeepStrictEqual } from 'node:util';
import { listNames } from '../domain/archive';
import { keyOfAcademy, keyOfChange, keyOfPerson, keyOfReview, keyOfSetting } from '../domain/keys';
import type { Archive } from '../schema/archive';
import type { Deps } from './deps';
import type { Aggregates, Kind } from './ports/store';

/** How many records were written, and how many were there already, the same as in the archive. */
export interface ImportCounts {
  readonly created: number;
  readonly alreadyThere: number;
}

export type Imported =
  | { readonly status: 'imported'; readonly counts: ImportCounts }
  /** What would be written; nothing was. */
  | { readonly status: 'checked'; readonly counts: ImportCounts }
  /** The site holds something else than a part of this archive: each item in words. Nothing was written. */
  | { readonly status: 'siteInUse'; readonly found: readonly string[] }
  /** Somebody wrote to the site while it was filled: what is theirs was left as it is. */
  | { readonly status: 'metOthers'; readonly found: readonly string[] };

const keyOf: { readonly [K in Kind]: (document: Aggregates[K]) => string } = {
  settings: keyOfSetting,
  people: keyOfPerson,
  academies: keyOfAcademy,
  categoryChanges: keyOfChange,
  reviews: keyOfReview,
};

/** As JSON says it: an absent value and one that is undefined are the same. */
const same = (a: unknown, b: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));

interface Compared<K extends Kind> {
  readonly missing: readonly Aggregates[K][];
  readonly alreadyThere: number;
  readonly found: readonly string[];
}

/** What a list lacks of the archive, and what it holds that is not of the archive. */
const compare = async <K extends Kind>(
  { store }: Pick<Deps, 'store'>,
  kind: K,
  wanted: readonly Aggregates[K][],
): Promise<Compared<K>> => {
  const { documents, editedByHand } = await store.everything(kind);
  const byKey = new Map(wanted.map((document) => [keyOf[kind](document), document]));
  const there = new Set(documents.map(keyOf[kind]));
  const name = listNames[kind];
  const foreign = documents.flatMap((document) => {
    const key = keyOf[kind](document);
    if (!byKey.has(key)) return [`${name}: ${key} is not in the archive.`];
    return same(document, byKey.get(key)) ? [] : [`${name}: ${key} differs from the archive.`];
  });
  const edited = editedByHand.map(({ key }) => `${name}: ${key} was changed outside Assured.`);
  return {
    missing: wanted.filter((document) => !there.has(keyOf[kind](document))),
    alreadyThere: documents.length - foreign.length,
    found: [...foreign, ...edited],
  };
};

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

type Deed = () => Promise<readonly string[]>;

interface Comparison {
  readonly found: readonly string[];
  readonly counts: ImportCounts;
  /** What is to be written, in order. */
  readonly deeds: readonly Deed[];
}

const isFramework = (setting: Aggregates['settings']): boolean => 'framework' in setting;

const compareAll = async (
  deps: Pick<Deps, 'store'>,
  { contents }: Pick<Archive, 'contents'>,
  report: (written: number) => void,
): Promise<Comparison> => {
  const settings = await compare(deps, 'settings', contents.settings);
  const people = await compare(deps, 'people', contents.people);
  const academies = await compare(deps, 'academies', contents.academies);
  const changes = await compare(deps, 'categoryChanges', contents.categoryChanges);
  const reviews = await compare(deps, 'reviews', contents.reviews);
  const all = [settings, people, academies, changes, reviews];
  const sum = (of: (one: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    found: all.flatMap(({ found }) => found),
    counts: { created: sum(({ missing }) => missing.length), alreadyThere: sum(({ alreadyThere }) => alreadyThere) },
    deeds: [
      () => write(deps, 'settings', settings.missing.filter(isFramework), report),
      () => write(deps, 'people', people.missing, report),
      () => write(deps, 'academies', academies.missing, report),
      () => write(deps, 'categoryChanges', changes.missing, report),
      () => write(deps, 'reviews', reviews.missing, report),
      // Last: until then nobody can take an unfinished trust for a whole one.
      () =>
        write(
          deps,
          'settings',
          settings.missing.filter((setting) => !isFramework(setting)),
          report,
        ),
    ],
  };
};

export interface ImportOptions {
  /** Compares and writes nothing. */
  readonly dryRun?: boolean;
  /** Told how many more were written. */
  readonly report?: (written: number) => void;
}

/**
 * Writes an archive that is in order (`checkArchive`) to a site that holds nothing else. Run again it completes what is
 * missing, also after a run that broke off; it never changes or deletes a record.
 */
export const importTrust =
  (deps: Pick<Deps, 'store'>) =>
  async (
    archive: Pick<Archive, 'contents'>,
    { dryRun = false, report = () => undefined }: ImportOptions = {},
  ): Promise<Imported> => {
    const { found, counts, deeds } = await compareAll(deps, archive, report);
    if (found.length > 0) return { status: 'siteInUse', found };
    if (dryRun) return { status: 'checked', counts };
    const met: string[] = [];
    for (const deed of deeds) met.push(...(await deed()));
    return met.length > 0 ? { status: 'metOthers', found: met } : { status: 'imported', counts };
  };
