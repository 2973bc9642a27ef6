import type { HandEdit, Kind } from '../../shared/application/ports/store';
import { count } from '../../shared/domain/words';
import { kinds } from '../adapters/aggregates';
import { lists } from '../adapters/graph/lists';
import type { Provisioned } from '../adapters/graph/provision';
import { hasList } from './frameworks';
import { otherKeyWords } from './otherKey';
import type { AdministrationParts } from './parts';
import { done, wrong } from './parts';
import { readVersions } from './versions';

/** What cannot be believed, and what is still to be sealed anew. */
const readSeals = async ({ store }: AdministrationParts, edits: readonly HandEdit[]): Promise<Provisioned> => {
  const byHand = edits.filter(({ otherKey }) => otherKey !== true);
  const old = await store.seals.old();
  const lines = [
    ...(old > 0
      ? [`Sealed with CHECK_KEY_BEFORE: ${count(old, 'record')}. To seal them with CHECK_KEY, run: reseal`]
      : []),
    ...byHand.map(({ kind, key }) => `Changed outside Assured: ${lists[kind].title} ${key}.`),
  ];
  const foreign = otherKeyWords(edits);
  return foreign.length > 0 ? wrong(...lines, ...foreign) : done(...lines);
};

const countWords = async ({ store }: AdministrationParts, kind: Kind, edits: readonly HandEdit[]): Promise<string> => {
  const fitting = (await store.rows(kind)).length;
  const others = edits.filter((edit) => edit.kind === kind).length;
  return `${lists[kind].title}: ${fitting} items${others > 0 ? `, and ${others} that cannot be believed` : ''}.`;
};

/** What is there, in counts: nothing of what it says; and what SharePoint keeps of it. */
export const readStatus = async (parts: AdministrationParts): Promise<Provisioned> => {
  const there: Kind[] = [];
  for (const kind of kinds) if (await hasList(parts, lists[kind].title)) there.push(kind);
  const isWhole = there.length === kinds.length;
  const edits = isWhole ? await parts.store.handEdits() : [];
  const lines: string[] = [];
  for (const kind of kinds)
    lines.push(
      there.includes(kind) ? await countWords(parts, kind, edits) : `${lists[kind].title}: the list is missing.`,
    );
  if (!isWhole)
    return wrong(
      ...lines,
      'If it was deleted, restore it from the site’s recycle bin; or from a backup: import --missing',
      'On a new site, run: provision',
    );
  const [versions, seals] = [await readVersions(parts), await readSeals(parts, edits)];
  return { ok: versions.ok && seals.ok, lines: [...lines, ...versions.lines, ...seals.lines] };
};
