import { listNames } from '../domain/archive';
import { excerptsOf } from '../domain/excerpt';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { HandEditKey, HandEditView } from '../schema/handEditViews';
import type { PersonId } from '../schema/ids';
import type { Deps } from './deps';
import { readCaller } from './trust';

/** Both versions of an item that was changed outside Assured. Refusals: `notAllowed`, `notFound` where it is none. */
export const readHandEdit =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, { list, item }: HandEditKey): Promise<Result<HandEditView>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'administer')) return refused({ code: 'notAllowed' });
    const edited = await deps.store.editedItem(list, item);
    if (!edited) return refused({ code: 'notFound' });
    const { key, editedAt, writtenAt, differences, version } = edited;
    return accepted({
      list,
      item,
      listName: listNames[list],
      key,
      ...(editedAt !== undefined && { editedAt }),
      ...(writtenAt !== undefined && { writtenAt }),
      differences: differences.map(({ column, written = '', found = '' }) => ({
        column,
        ...excerptsOf(written, found),
      })),
      seen: version,
    });
  };
