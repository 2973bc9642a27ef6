import type { CategoryChange } from '../schema/categoryChange';
import type { Framework } from '../schema/framework';
import type { ChangeId, PersonId } from '../schema/ids';
import type { Academy } from '../schema/people';
import { may, mayReadChange } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Clock } from './ports/clock';
import type { Store, Use } from './ports/store';
import { findAcademy, frameworkOf, readCaller, type Caller } from './trust';

export interface ChangeAccess {
  readonly caller: Caller;
  readonly academy: Academy;
  /** The version that the change was proposed on, where it is still stored: the change is readable without it. */
  readonly framework: Framework | undefined;
  readonly change: CategoryChange;
}

/** Whose an edited change is cannot be believed: only those who see every academy's, or look after edits, are told. */
const seesEvery = ({ person, academies }: Caller): boolean =>
  may(person, 'administer') || academies.every((academy) => may(person, 'readCategoryChange', { academy }));

/** A category change that the actor may see; anybody else is told `notFound`. */
export const accessChange = async (
  deps: { store: Store; clock: Clock },
  actor: PersonId,
  id: ChangeId,
  use: Use = 'toShow',
): Promise<Result<ChangeAccess>> => {
  const caller = await readCaller(deps, actor);
  if (!caller.ok) return caller;
  const loaded = await deps.store.load('categoryChanges', id, use);
  if (loaded.status === 'absent') return refused({ code: 'notFound' });
  if (loaded.status === 'editedByHand')
    return refused(seesEvery(caller.value) ? { code: 'store.edited-by-hand' } : { code: 'notFound' });
  const change = loaded.document;
  const academy = findAcademy(caller.value, change.urn);
  if (!academy || !mayReadChange(caller.value.person, change.route, academy)) return refused({ code: 'notFound' });
  return accepted({ caller: caller.value, academy, framework: frameworkOf(caller.value, change.framework), change });
};
