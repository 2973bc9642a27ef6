import { listNames } from '../domain/archive';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { PutBackHandEdit } from '../schema/commands';
import type { PutBack } from '../schema/handEditViews';
import type { PersonId } from '../schema/ids';
import type { Deps } from './deps';
import type { Version } from './ports/store';
import { readCaller } from './trust';
import { announceSafely } from './writing';

const noted = (kind: PutBackHandEdit['list']): kind is 'reviews' | 'categoryChanges' =>
  kind === 'reviews' || kind === 'categoryChanges';

/**
 * Puts back what Assured last wrote, in one conditional write on the version that the administrator compared. Sent
 * again it finds the item as Assured wrote it. Refusals: `notAllowed`, `notFound`, those of `handEdit`.
 */
export const putBackHandEdit =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, { list, item, seen }: PutBackHandEdit): Promise<Result<PutBack>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'administer')) return refused({ code: 'notAllowed' });
    const outcome = await deps.store.putBack(list, item, seen as Version);
    switch (outcome.status) {
      case 'asWritten':
        if (noted(list)) await announceSafely(deps.notifier, { kind: list, key: outcome.key });
        return accepted({ listName: listNames[list], key: outcome.key });
      case 'absent':
        return refused({ code: 'notFound' });
      case 'stale':
        return refused({ code: 'handEdit.changed-since' });
      case 'notKept':
        return refused({ code: 'handEdit.not-kept' });
      case 'taken':
        return refused({ code: 'handEdit.taken' });
    }
  };
