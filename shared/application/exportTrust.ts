import { countsOf, listNames } from '../domain/archive';
import { keyOfAcademy, keyOfChange, keyOfPerson, keyOfReview, keyOfSetting } from '../domain/keys';
import { Archive, archiveFormat } from '../schema/archive';
import type { ArchiveContents } from '../schema/archive';
import type { Deps } from './deps';
import type { Everything, HandEdit, Kind } from './ports/store';
import { digestOf } from './checkArchive';

export type Exported =
  | { readonly status: 'exported'; readonly archive: Archive }
  /** Records that cannot be believed: left out only when that was asked for. */
  | { readonly status: 'editedByHand'; readonly edits: readonly HandEdit[] }
  | { readonly status: 'notSetUp' };

type All = { readonly [K in Kind]: Everything<K> };

const readAll = async ({ store }: Pick<Deps, 'store'>): Promise<All> => ({
  settings: await store.everything('settings'),
  people: await store.everything('people'),
  academies: await store.everything('academies'),
  categoryChanges: await store.everything('categoryChanges'),
  reviews: await store.everything('reviews'),
});

/** In the order of their keys, so that the same trust makes the same archive wherever it was. */
const sorted = <T>({ documents }: { readonly documents: readonly T[] }, keyOf: (document: T) => string): T[] =>
  documents
    .map((document) => ({ document, key: keyOf(document) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ document }) => document);

const contentsOf = (all: All): ArchiveContents => ({
  settings: sorted(all.settings, keyOfSetting),
  people: sorted(all.people, keyOfPerson),
  academies: sorted(all.academies, keyOfAcademy),
  categoryChanges: sorted(all.categoryChanges, keyOfChange),
  reviews: sorted(all.reviews, keyOfReview),
});

/**
 * The whole trust as one archive, read from the source, list after list: what is written meanwhile may be in it or not,
 * so it is best made when nobody works. For whoever runs the administrator's commands, whose app registration is `by`.
 */
export const exportTrust =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async ({ by, leaveOutEdited = false }: { by: string; leaveOutEdited?: boolean }): Promise<Exported> => {
    const all = await readAll(deps);
    const edits = Object.values(all).flatMap(({ editedByHand }) => editedByHand);
    if (edits.length > 0 && !leaveOutEdited) return { status: 'editedByHand', edits };
    const contents = contentsOf(all);
    const own = contents.settings.find((setting) => !('framework' in setting));
    if (own === undefined || 'framework' in own) return { status: 'notSetUp' };
    const archive = Archive.parse({
      format: archiveFormat.name,
      formatVersion: archiveFormat.version,
      trustName: own.trustName,
      exportedAt: deps.clock.now(),
      exportedBy: by,
      counts: countsOf(contents),
      leftOut: edits.map(({ kind, key }) => ({ list: listNames[kind], key })),
      digest: digestOf(contents),
      contents,
    });
    return { status: 'exported', archive };
  };
