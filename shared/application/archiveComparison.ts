import { isDeepStrictEqual } from 'node:util';
import { keyOfAcademy, keyOfChange, keyOfPerson, keyOfReview, keyOfSetting } from '../domain/keys';
import type { ArchiveContents } from '../schema/archive';
import type { Deps } from './deps';
import type { Aggregates, HandEdit, Kind } from './ports/store';

/** The unique key of a record of any list. */
export const keyOf: { readonly [K in Kind]: (document: Aggregates[K]) => string } = {
  settings: keyOfSetting,
  people: keyOfPerson,
  academies: keyOfAcademy,
  categoryChanges: keyOfChange,
  reviews: keyOfReview,
};

/** One list of a site beside what an archive has of it. */
export interface Compared<K extends Kind> {
  /** All that the list holds and that can be believed. */
  readonly there: readonly Aggregates[K][];
  /** Records of the archive whose keys the list does not have. */
  readonly missing: readonly Aggregates[K][];
  /** How many are the same in both. */
  readonly same: number;
  /** Keys of records that are in both, and not the same. */
  readonly differing: readonly string[];
  readonly notInArchive: readonly string[];
  readonly edited: readonly HandEdit[];
}

export type Comparison = { readonly [K in Kind]: Compared<K> };

/** As JSON says it: an absent value and one that is undefined are the same. */
const isSame = (a: unknown, b: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));

/** What a comparison reads with. */
export interface Reading {
  readonly store: Pick<Deps['store'], 'everything'>;
}

const compareList = async <K extends Kind>(
  { store }: Reading,
  kind: K,
  wanted: readonly Aggregates[K][],
): Promise<Compared<K>> => {
  const { documents: there, editedByHand: edited } = await store.everything(kind);
  const byKey = new Map(wanted.map((document) => [keyOf[kind](document), document]));
  const taken = new Set([...there.map(keyOf[kind]), ...edited.map(({ key }) => key)]);
  const differing: string[] = [];
  const notInArchive: string[] = [];
  for (const document of there) {
    const key = keyOf[kind](document);
    if (!byKey.has(key)) notInArchive.push(key);
    else if (!isSame(document, byKey.get(key))) differing.push(key);
  }
  return {
    there,
    missing: wanted.filter((document) => !taken.has(keyOf[kind](document))),
    same: there.length - differing.length - notInArchive.length,
    differing,
    notInArchive,
    edited,
  };
};

/** Every list of the site beside the archive, read from the source. */
export const compareWith = async (deps: Reading, contents: ArchiveContents): Promise<Comparison> => ({
  settings: await compareList(deps, 'settings', contents.settings),
  people: await compareList(deps, 'people', contents.people),
  academies: await compareList(deps, 'academies', contents.academies),
  categoryChanges: await compareList(deps, 'categoryChanges', contents.categoryChanges),
  reviews: await compareList(deps, 'reviews', contents.reviews),
});
